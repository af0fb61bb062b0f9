package io.rapport.serve.enrichment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that asks for consent to an enrichment.
 *
 * @param enrichment id of the enrichment
 * @param nextTryAt when it is sent, or tried again
 * @param tries how often it was tried
 * @param sentAt null before
 * @param problemCode why the last try failed; null where none did
 */
public record ConsentLetter(
        String enrichment,
        Instant nextTryAt,
        int tries,
        @Nullable Instant sentAt,
        @Nullable String problemCode) {}
