package io.rapport.simulator.meeting;

import io.rapport.simulator.company.Office;
import io.rapport.simulator.worktime.WorkClock;
import java.util.function.LongConsumer;

/**
 * Half a year in which a series runs: then it is set up anew, with whoever is there.
 *
 * @param number counted from the company's first day
 * @param firstDay of the epoch
 * @param afterDay the day after its last
 */
record Season(long number, long firstDay, long afterDay) {

    static final int DAYS = 182;

    static Season of(WorkClock clock, long day) {
        long begin = clock.firstDay(0);
        long number = Math.floorDiv(day - begin, (long) DAYS);
        return new Season(number, begin + number * DAYS, begin + (number + 1) * DAYS);
    }

    Season next() {
        return new Season(number + 1, afterDay, afterDay + DAYS);
    }

    /** The days of a month on which a series that comes back every so many weeks is held, holidays left out. */
    void days(WorkClock clock, Office office, int month, int weekday, int weeks, LongConsumer day) {
        long firstOfMonth = clock.firstDay(month);
        long first = firstDay + Math.floorMod(weekday - (firstDay + 3), 7L);
        long last = Math.min(clock.firstDay(month + 1), afterDay);
        for (long next = first; next < last; next += 7L * weeks) {
            if (next >= firstOfMonth && clock.weight(office, next) > 500) {
                day.accept(next);
            }
        }
    }
}
