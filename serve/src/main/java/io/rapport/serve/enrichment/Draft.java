package io.rapport.serve.enrichment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enrichment that somebody is making or editing.
 *
 * @param person id of whose it is
 * @param edits id of the enrichment that is edited; null for a new one
 * @param fields as far as they are filled in, right or wrong
 */
public record Draft(String id, String person, @Nullable String edits, SpecFields fields, Instant changedAt) {

    public Optional<String> findEdits() {
        return Optional.ofNullable(edits);
    }
}
