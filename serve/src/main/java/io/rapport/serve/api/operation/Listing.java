package io.rapport.serve.api.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param query what was asked for, with what was not said filled in
 * @param warnings what the reader should know
 * @param next cursor of what follows; null at the end
 * @param found how many there are in all; null where nobody counted
 */
public record Listing<T>(
        Map<String, @Nullable Object> query,
        List<String> warnings,
        List<T> items,
        @Nullable String next,
        @Nullable Long found) {

    public Listing {
        warnings = List.copyOf(warnings);
        items = List.copyOf(items);
    }
}
