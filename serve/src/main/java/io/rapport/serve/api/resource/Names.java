package io.rapport.serve.api.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as JSON reads them, by name. */
final class Names {

    private Names() {}

    static Map<String, @Nullable Object> of(Map<?, ?> read) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        read.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
