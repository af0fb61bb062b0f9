package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountRule;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Customers that fulfil a rule.
 *
 * @param id never given again; of a ready-made one its word
 * @param output name of the output table that it is about
 * @param edition 1 at first, one more with each change
 * @param ruleEdition the one that brought this rule
 * @param createdBy who saved it, by the name that people know; null for a ready-made one
 * @param createdAt when; null for a ready-made one
 */
public record Segment(
        String id,
        String name,
        String output,
        AccountRule rule,
        long edition,
        long ruleEdition,
        @Nullable String createdBy,
        @Nullable Instant createdAt) {

    /** The same, as of another edition: that of which somebody knows. */
    public Segment ofEdition(long other) {
        return new Segment(id, name, output, rule, other, ruleEdition, createdBy, createdAt);
    }

    public boolean isReadyMade() {
        return createdAt == null;
    }

    public Optional<Instant> findCreatedAt() {
        return Optional.ofNullable(createdAt);
    }
}
