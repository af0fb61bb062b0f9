package io.rapport.connect.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The span of the calendar views that are read. It ends with a month, so that a view is good for weeks: Graph's links
 * hold on to the span that they began with.
 *
 * @param from where it begins
 * @param until where it ends, the first instant that is not in it
 * @param needed as far as any view has to reach now
 */
public record CalendarWindow(Instant from, Instant until, Instant needed) {

    private static final Duration AHEAD = Duration.ofDays(60);

    /**
     * Sixty days ahead, and the rest of that month.
     *
     * @param from where the backfill begins
     */
    public static CalendarWindow of(Instant from, Instant now) {
        Instant needed = now.plus(AHEAD);
        Instant until = LocalDate.ofInstant(needed, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new CalendarWindow(from, until, needed);
    }
}
