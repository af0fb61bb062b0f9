package io.rapport.lake.privacy;

import io.rapport.core.address.ProxyAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Single values: text, words, flags, proxy addresses. */
final class ScalarWriters {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private ScalarWriters() {}

    static boolean text(@Nullable Object raw, LineBuffer out) {
        return string(ValueWriter.text(raw), out);
    }

    static boolean proxyAddress(@Nullable Object raw, LineBuffer out) {
        return string(ProxyAddress.normalForm(ValueWriter.text(raw)), out);
    }

    static boolean word(@Nullable Object raw, LineBuffer out) {
        return string(word(ValueWriter.text(raw)), out);
    }

    static boolean flag(@Nullable Object raw, LineBuffer out) {
        if (raw instanceof Boolean flag) {
            out.put(flag ? TRUE : FALSE);
            return true;
        }
        String text = ValueWriter.text(raw);
        if (text == null) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            out.put(TRUE);
        } else if (text.equalsIgnoreCase("false")) {
            out.put(FALSE);
        } else {
            throw new UnreadableValue("is neither true nor false");
        }
        return true;
    }

    static boolean string(@Nullable String value, LineBuffer out) {
        if (value == null) {
            return false;
        }
        out.string(value);
        return true;
    }

    /**
     * The word within a typed literal, or the text itself. Its case stays as the source writes it: the published samples
     * have {@code Message}, {@code Member} and {@code Enabled} beside {@code singleInstance}, and rows come out as they came.
     */
    private static @Nullable String word(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String word = text;
        if (text.charAt(text.length() - 1) == '\'') {
            int open = text.indexOf('\'');
            word = text.substring(open + 1, Math.max(open + 1, text.length() - 1))
                    .strip();
            if (word.isEmpty()) {
                return null;
            }
        }
        return word;
    }
}
