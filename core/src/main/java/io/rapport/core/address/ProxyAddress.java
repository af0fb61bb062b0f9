package io.rapport.core.address;

import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code proxyAddresses}. Only mail counts: {@code smtp:} in any case (upper case marks the primary address)
 * or no prefix at all; X.500, SIP and other entries are no addresses of a person.
 */
public final class ProxyAddress {

    private static final String SMTP = "smtp:";

    private ProxyAddress() {}

    /** The entry with its own prefix and its address in normal form, or null where it is no mail address. */
    public static @Nullable String normalForm(@Nullable String entry) {
        if (entry == null) {
            return null;
        }
        String text = entry.strip();
        int colon = text.indexOf(':');
        if (colon >= 0 && !text.regionMatches(true, 0, SMTP, 0, SMTP.length())) {
            return null;
        }
        String prefix = colon < 0 ? "" : text.substring(0, SMTP.length());
        String address = Address.normalForm(text.substring(prefix.length()));
        return address == null ? null : prefix + address;
    }

    /** The address of an entry in its normal form. */
    public static String address(String normalForm) {
        return normalForm.regionMatches(true, 0, SMTP, 0, SMTP.length())
                ? normalForm.substring(SMTP.length())
                : normalForm;
    }
}
