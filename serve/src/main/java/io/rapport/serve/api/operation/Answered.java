package io.rapport.serve.api.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and the question.
 *
 * @param query what was asked for, with what was not said filled in
 * @param warnings what the reader should know
 */
public record Answered<T>(Map<String, @Nullable Object> query, List<String> warnings, T answer) {

    public Answered {
        warnings = List.copyOf(warnings);
    }
}
