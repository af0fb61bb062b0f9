package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.RuleChange;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many a segment had in one run.
 *
 * @param run its id
 * @param asOf its as-of date
 * @param earlier as-of date of the run that it is compared with; null where there was none
 * @param ruleEdition the edition of the segment whose rule it was
 * @param change members, and who joined and left since that run; nobody where there was none
 */
public record SegmentCount(
        String run, LocalDate asOf, @Nullable LocalDate earlier, long ruleEdition, RuleChange change) {

    public long members() {
        return change.members();
    }

    /** Empty where there is nothing to compare with. */
    public Optional<LocalDate> findEarlier() {
        return Optional.ofNullable(earlier);
    }
}
