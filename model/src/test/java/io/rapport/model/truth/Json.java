package io.rapport.model.truth;

import io.rapport.core.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of rows as landing does: text stripped and blank is absent, addresses in their normal form. */
final class Json {

    private Json() {}

    /** What lies at this path of keys, or null. */
    static @Nullable Object at(@Nullable Object value, String... path) {
        Object found = value;
        for (String key : path) {
            found = found instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return found;
    }

    static @Nullable String text(@Nullable Object row, String... path) {
        Object value = at(row, path);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** A text that a key can't do without. */
    static String key(@Nullable Object row, String name) {
        String text = text(row, name);
        if (text == null) {
            throw new IllegalArgumentException("a row has no " + name);
        }
        return text;
    }

    /** A word of a closed list; of a typed literal ({@code microsoft.graph.x'y'}) what stands within the quotes. */
    static boolean isWord(String word, @Nullable Object row, String... path) {
        String text = text(row, path);
        if (text == null) {
            return false;
        }
        String bare = text.endsWith("'") ? text.substring(text.indexOf('\'') + 1, text.length() - 1) : text;
        return bare.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
    }

    static boolean isTrue(@Nullable Object row, String name) {
        return "true".equals(text(row, name));
    }

    static List<Object> list(@Nullable Object row, String name) {
        List<Object> entries = new ArrayList<>();
        if (at(row, name) instanceof List<?> list) {
            for (Object entry : list) {
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** The address of {@code {emailAddress: {address}}}, or null where that is none. */
    static @Nullable String address(@Nullable Object person) {
        return Address.normalForm(text(person, "emailAddress", "address"));
    }

    /** Whether something is written there that is no address. */
    static boolean isNoAddress(@Nullable Object person) {
        return text(person, "emailAddress", "address") != null && address(person) == null;
    }
}
