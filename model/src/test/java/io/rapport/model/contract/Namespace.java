package io.rapport.model.contract;

import io.rapport.core.address.Address;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mixes a case's name into its ids and domains, so that cases can share a run without meeting each other. What is blank
 * stays blank, what is no address stays none, and the order among a case's own words stays as it was. The domains of
 * public mail providers stay as they are; there the name goes in front of the address.
 *
 * @param name empty: nothing is mixed in
 */
record Namespace(String name) {

    static final Set<String> PUBLIC_DOMAINS = Set.of("gmail.com", "outlook.com");

    /** An id of whatever kind; leading blanks stay in front. */
    @Nullable
    String id(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        if (name.isEmpty() || text.isBlank()) {
            return text;
        }
        if (Address.normalForm(text) != null) {
            return address(text);
        }
        int start = text.length() - text.stripLeading().length();
        return text.substring(0, start) + name + "~" + text.substring(start);
    }

    @Nullable
    String address(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        String normal = Address.normalForm(text);
        if (name.isEmpty() || normal == null) {
            return text;
        }
        int at = text.indexOf('@');
        if (!PUBLIC_DOMAINS.contains(normal.substring(normal.indexOf('@') + 1))) {
            return text.substring(0, at + 1) + name + "." + text.substring(at + 1);
        }
        int local = text.toLowerCase(Locale.ROOT).indexOf(normal);
        return text.substring(0, local) + name + "." + text.substring(local);
    }

    /** Whether a row of the user table belongs to this case. */
    boolean owns(String address, String id) {
        return name.isEmpty()
                || id.startsWith(name + "~")
                || address.contains("@" + name + ".")
                || address.startsWith(name + ".");
    }
}
