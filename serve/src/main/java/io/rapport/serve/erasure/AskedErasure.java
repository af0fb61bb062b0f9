package io.rapport.serve.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that somebody asked for; says nothing of whom.
 *
 * @param number that of its certificate
 * @param by who asked, as people know them
 * @param finishedAt null as long as it is not finished
 */
public record AskedErasure(
        int number, Instant askedAt, String by, @Nullable Instant finishedAt) {}
