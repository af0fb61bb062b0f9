package io.rapport.lake.privacy;

import io.rapport.core.address.Address;
import io.rapport.core.address.ErasedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Mail addresses in their normal form, those of erased people replaced or left out; counts, row by row, the entries that
 * are none.
 */
final class AddressWriter implements ValueWriter {

    private final Suppression suppression;
    private final @Nullable String instead;
    private int unusable;

    /** @param isReplaced whether {@link ErasedAddress} stands for an erased person's address; otherwise it is left out */
    AddressWriter(Suppression suppression, boolean isReplaced) {
        this.suppression = suppression;
        this.instead = isReplaced ? ErasedAddress.TEXT : null;
    }

    Suppression suppression() {
        return suppression;
    }

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
        } else if (!suppression.isEmpty() && suppression.holdsAddress(address)) {
            address = instead;
        }
        return ScalarWriters.string(address, out);
    }
}
