package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the maps and lists of a case's file; a key that nobody knows is a mistake. */
final class Yaml {

    private Yaml() {}

    static Map<String, @Nullable Object> map(@Nullable Object value, String... knownKeys) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (value == null) {
            return map;
        }
        if (!(value instanceof Map<?, ?> found)) {
            throw new IllegalArgumentException("not a map: " + value);
        }
        found.forEach((key, of) -> map.put(String.valueOf(key), of));
        List<String> known = Arrays.asList(knownKeys);
        for (String key : map.keySet()) {
            if (!known.isEmpty() && !known.contains(key)) {
                throw new IllegalArgumentException("unknown key " + key + "; known are " + known);
            }
        }
        return map;
    }

    /** A list; a single value is a list of one. */
    static List<@Nullable Object> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(value));
    }

    /** A map, or a line of words that stand for these keys in order. */
    static Map<String, @Nullable Object> mapOrWords(@Nullable Object value, String... keys) {
        if (value instanceof Map) {
            return map(value, keys);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        String[] words = Objects.requireNonNull(value).toString().strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i++) {
            map.put(keys[i], words[i]);
        }
        return map;
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
