package io.rapport.lake.privacy;

import io.rapport.core.address.ProxyAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Texts and proxy addresses, without those that hold an erased person's address. */
final class ErasedText {

    private final Suppression suppression;

    ErasedText(Suppression suppression) {
        this.suppression = suppression;
    }

    /** A text in which the address of an erased person stands is absent as a whole. */
    boolean text(@Nullable Object raw, LineBuffer out) {
        String text = ValueWriter.text(raw);
        return ScalarWriters.string(text == null || holds(text) ? null : text, out);
    }

    boolean proxyAddress(@Nullable Object raw, LineBuffer out) {
        String proxy = ProxyAddress.normalForm(ValueWriter.text(raw));
        boolean isErased = proxy != null && suppression.holdsAddress(ProxyAddress.address(proxy));
        return ScalarWriters.string(isErased ? null : proxy, out);
    }

    private boolean holds(String text) {
        if (text.indexOf('@') < 0) {
            return false;
        }
        Matcher found = PersonColumns.IN_TEXT.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            if (suppression.holdsAddress(found.group())) {
                return true;
            }
        }
        return false;
    }
}
