package io.rapport.serve.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run.
 *
 * @param title what it does, in words
 * @param rows how many it came to; null before its end
 * @param finishedAt null before its end
 */
public record RunTask(
        String title,
        @Nullable Long rows,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
