package io.rapport.serve.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is kept, and what came of it.
 *
 * @param setBy who made it, by the name that people know
 * @param run id of the run that was tried last; null before the first
 * @param triedAt when; null before
 * @param errorCode why that failed; null otherwise
 * @param errorText the same for people
 * @param deliveredAt when one last came to its end; null before
 * @param rows of that one, of all tables together
 */
public record ScheduledExport(
        String output,
        ExportPlan plan,
        String setBy,
        @Nullable String run,
        @Nullable Instant triedAt,
        @Nullable String errorCode,
        @Nullable String errorText,
        @Nullable Instant deliveredAt,
        long rows) {

    /** Where its tables go. */
    public Path target() {
        return plan.folder().resolve(output);
    }

    /** Why the last one failed; empty where it did not. */
    public Optional<String> findProblem() {
        return Optional.ofNullable(errorText);
    }
}
