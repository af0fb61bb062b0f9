package io.rapport.serve.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed with a run.
 *
 * @param run its id
 * @param output name of the output table
 * @param enrichment name of the enrichment
 * @param earlierAsOf of the run that it is compared with; null where there was none
 * @param isSent whether it went to those who asked for it
 */
public record Digest(
        String run,
        String output,
        String enrichment,
        LocalDate asOf,
        @Nullable LocalDate earlierAsOf,
        Instant madeAt,
        DigestContents contents,
        boolean isSent) {

    /** Empty for a first run. */
    public Optional<LocalDate> findEarlier() {
        return Optional.ofNullable(earlierAsOf);
    }
}
