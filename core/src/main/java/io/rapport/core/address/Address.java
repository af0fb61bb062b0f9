package io.rapport.core.address;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail address in its normal form: stripped, lower-cased in the root locale, without a leading {@code mailto:} or
 * {@code smtp:}; plus-tags stay. What has not exactly one {@code @} with something on both sides is no address.
 *
 * @param value the normal form
 */
public record Address(String value) {

    private static final String SMTP = "smtp:";
    private static final String MAILTO = "mailto:";

    public Address {
        if (normalForm(value) == null || !value.equals(normalForm(value))) {
            throw new IllegalArgumentException("not an address in its normal form");
        }
    }

    /** The normal form of what a source wrote, or empty where that is no address (an X.500 name, a display name). */
    public static Optional<Address> find(@Nullable String text) {
        String value = normalForm(text);
        return value == null ? Optional.empty() : Optional.of(new Address(value));
    }

    /** As {@link #find}, without the object: the hot path of landing. */
    public static @Nullable String normalForm(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String value = text.strip().toLowerCase(Locale.ROOT);
        for (int length = schemeLength(value); length > 0; length = schemeLength(value)) {
            value = value.substring(length).strip();
        }
        int at = value.indexOf('@');
        return at > 0 && at < value.length() - 1 && value.indexOf('@', at + 1) < 0 ? value : null;
    }

    /** What stands behind the {@code @}. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** Schemes may stand in a row: the normal form of a normal form is itself. */
    private static int schemeLength(String value) {
        return value.startsWith(SMTP) ? SMTP.length() : value.startsWith(MAILTO) ? MAILTO.length() : 0;
    }
}
