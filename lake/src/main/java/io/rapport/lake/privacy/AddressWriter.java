package io.rapport.lake.privacy;

import io.rapport.core.address.Address;
import org.jspecify.annotations.Nullable;

/** Mail addresses in their normal form; counts, row by row, the entries that are none. */
final class AddressWriter implements ValueWriter {

    private int unusable;

    /** How many entries since the last reset said something that is no address. */
    int unusable() {
        return unusable;
    }

    void reset() {
        unusable = 0;
    }

    @Override
    public boolean write(@Nullable Object raw, LineBuffer out) {
        String text = ValueWriter.text(raw);
        if (text == null) {
            return false;
        }
        String address = Address.normalForm(text);
        if (address == null) {
            unusable++;
        }
        return ScalarWriters.string(address, out);
    }
}
