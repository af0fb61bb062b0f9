package io.rapport.model.report;

import io.rapport.core.error.RapportException;
import io.rapport.model.run.InputLines;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole weeks, one after the other.
 *
 * @param first a Monday
 * @param end the Monday after the last one
 */
record CountedWeeks(LocalDate first, LocalDate end) {

    /** Two years and a few days. */
    private static final int MOST_WEEKS = 106;

    private static final int USUAL_WEEKS = 57;
    private static final int LOOK_BACK_DAYS = 29;

    /**
     * Those that a request asks for; none where it names no day and none is over.
     *
     * @param landed the first day with data; null where there is none
     * @throws RapportException {@link ReportError#REPORT_RANGE}
     */
    static CountedWeeks of(CollaborationRequest request, @Nullable LocalDate landed) {
        // A day later than in the reporting zone, a week is over wherever people are.
        LocalDate over = request.today().minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate asked = request.findTo()
                .map(to -> to.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .orElse(over);
        LocalDate end = asked.isBefore(over) ? asked : over;
        LocalDate first = request.findFrom()
                .map(from -> from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)))
                .orElseGet(() -> usualFirst(end, landed));
        boolean isNamed = request.findFrom().isPresent() || request.findTo().isPresent();
        if (!first.isBefore(end) && !isNamed) {
            return new CountedWeeks(end, end);
        }
        if (!first.isBefore(end)) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "No whole week that is over and has data lies in these days. Name other days with --from and --to;"
                            + " weeks begin on Monday.");
        }
        long weeks = ChronoUnit.WEEKS.between(first, end);
        if (weeks > MOST_WEEKS) {
            throw new RapportException(
                    ReportError.REPORT_RANGE,
                    "A report on collaboration over " + weeks + " weeks is too long; the most are " + MOST_WEEKS
                            + ". Name days with --from and --to.");
        }
        return new CountedWeeks(first, end);
    }

    private static LocalDate usualFirst(LocalDate end, @Nullable LocalDate landed) {
        LocalDate earliest = end.minusWeeks(USUAL_WEEKS);
        if (landed == null || landed.isBefore(earliest)) {
            return landed == null ? end : earliest;
        }
        return landed.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Their Mondays. */
    Stream<LocalDate> mondays() {
        return first.datesUntil(end, java.time.Period.ofWeeks(1));
    }

    Stream<List<@Nullable Object>> rows() {
        return mondays()
                .map(monday ->
                        InputLines.row(Math.floorDiv(monday.toEpochDay() + 3, 7L), monday, monday.withDayOfMonth(1)));
    }

    /** From when on data is read: networks and replies look back. */
    Instant readFrom() {
        return first.minusDays(LOOK_BACK_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Before when it is read: no zone's week ends later. */
    Instant readUntil() {
        return end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
