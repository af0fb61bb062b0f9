package io.rapport.serve.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, as the log has it.
 *
 * @param id sorts by start; also the name of its folder under the output table's
 * @param request what was asked
 * @param state where it stands
 * @param rows rows of the output table; null before it is there
 * @param warnings what the reader should know, in words
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs, and where nobody saw its end
 * @param errorCode why it failed; null otherwise
 */
public record Run(
        String id,
        RunRequest request,
        RunState state,
        @Nullable Long rows,
        List<String> warnings,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String errorCode) {

    public Run {
        warnings = List.copyOf(warnings);
    }
}
