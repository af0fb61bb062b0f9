package io.rapport.model.report;

import io.rapport.core.error.RapportException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report on collaboration shall answer.
 *
 * @param from weeks begin on this day or later; null: 57 weeks at most, as far as there is data
 * @param to weeks end before this day; null: with the last one that is over
 * @param today in the reporting zone; weeks that are not over by it do not count
 * @param zone of people whose own one is not known
 * @param minimumPeople the fewest people behind a number, from 3 to 100
 */
public record CollaborationRequest(
        @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, ZoneId zone, int minimumPeople) {

    /** The fewest people behind a number, where nobody set another one. */
    public static final int USUAL_MINIMUM = 5;

    public static final int LEAST_MINIMUM = 3;
    public static final int GREATEST_MINIMUM = 100;

    /** @throws RapportException {@link ReportError#REPORT_RANGE} */
    public CollaborationRequest {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "--from is " + from + " and --to is " + to
                            + ": --to has to be later; it is the first day that is not wanted.");
        }
        if (minimumPeople < LEAST_MINIMUM || minimumPeople > GREATEST_MINIMUM) {
            throw new IllegalArgumentException(
                    minimumPeople + " people; the least is " + LEAST_MINIMUM + ", the most " + GREATEST_MINIMUM);
        }
    }

    Optional<LocalDate> findFrom() {
        return Optional.ofNullable(from);
    }

    Optional<LocalDate> findTo() {
        return Optional.ofNullable(to);
    }
}
