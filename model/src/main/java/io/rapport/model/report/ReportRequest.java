package io.rapport.model.report;

import io.rapport.core.error.RapportException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report shall answer.
 *
 * @param from first day, inclusive; null: the first one with a signal
 * @param to last day, exclusive; null: the day after the last one with a signal
 * @param zone in which days begin
 * @param minimumPeople the fewest employees that are shown together; at least 3
 */
public record ReportRequest(
        @Nullable LocalDate from, @Nullable LocalDate to, Granularity by, ZoneId zone, int minimumPeople) {

    /** The fewest employees that are shown together, where nobody set another number. */
    public static final int MINIMUM_PEOPLE = 5;

    private static final int LEAST_MINIMUM = 3;

    /** @throws RapportException {@link ReportError#REPORT_RANGE} */
    public ReportRequest {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "--from is " + from + " and --to is " + to
                            + ": --to has to be later; it is the first day that is not wanted.");
        }
        if (minimumPeople < LEAST_MINIMUM) {
            throw new IllegalArgumentException(minimumPeople + " people; the least is " + LEAST_MINIMUM);
        }
    }

    Optional<LocalDate> findFrom() {
        return Optional.ofNullable(from);
    }

    Optional<LocalDate> findTo() {
        return Optional.ofNullable(to);
    }
}
