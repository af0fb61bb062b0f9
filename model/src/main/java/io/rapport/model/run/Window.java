package io.rapport.model.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The year that a run looks at: local dates in the reporting time zone.
 *
 * @param start first date, inclusive: the day after the as-of date a year earlier
 * @param end the as-of date, inclusive
 */
public record Window(LocalDate start, LocalDate end) {

    /** The window up to an as-of date; 29 February minus a year is 28 February. */
    public static Window upTo(LocalDate asOf) {
        return new Window(asOf.minusYears(1).plusDays(1), asOf);
    }

    /** Every day with every period that it belongs to: the year, its calendar month, its week from Monday. */
    List<PeriodDay> periodDays() {
        List<PeriodDay> days = new ArrayList<>();
        for (LocalDate day = start; !day.isAfter(end); day = day.plusDays(1)) {
            days.add(new PeriodDay(day, "year", start, end, true));
            LocalDate month = day.withDayOfMonth(1);
            days.add(period(day, "month", month, month.with(TemporalAdjusters.lastDayOfMonth())));
            LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            days.add(period(day, "week", week, week.plusDays(6)));
        }
        return days;
    }

    private PeriodDay period(LocalDate day, String level, LocalDate first, LocalDate last) {
        return new PeriodDay(day, level, first, last.isAfter(end) ? end : last, !first.isBefore(start));
    }

    /** A day in a period; {@code last} is cut at the as-of date, and a period that begins earlier is unpublished. */
    record PeriodDay(LocalDate day, String level, LocalDate first, LocalDate last, boolean isPublished) {}
}
