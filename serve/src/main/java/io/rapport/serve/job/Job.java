package io.rapport.serve.job;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job.
 *
 * @param subject name of the connection, or the spec's path
 * @param requestedBy who asked for it: a person's name, or the schedule
 * @param startedAt null before
 * @param finishedAt null before
 * @param task what it is doing, in words
 * @param done units finished
 * @param total units in all, or -1 where that is not known
 * @param summary what came of it, in words
 * @param errorCode why it failed; null otherwise
 * @param errorText the same for people
 */
public record Job(
        String id,
        JobKind kind,
        String subject,
        JobState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String task,
        long done,
        long total,
        String summary,
        @Nullable String errorCode,
        @Nullable String errorText,
        boolean isCancelRequested) {

    public Optional<String> findErrorText() {
        return Optional.ofNullable(errorText);
    }
}
