package io.rapport.simulator.worktime;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Office;

/** The days of a month, each with its share of what happens in it. Immutable. */
public final class MonthDays {

    private static final long MILLION = 1_000_000L;

    private final long firstDay;
    private final int[] sums;

    private MonthDays(long firstDay, int[] sums) {
        this.firstDay = firstDay;
        this.sums = sums;
    }

    /** How lively a day is, 1,000 being usual. */
    public interface Level {
        Level USUAL = day -> 1000;

        int of(long day);
    }

    public static MonthDays of(WorkClock clock, Office office, int month, Level level) {
        long first = clock.firstDay(month);
        int[] sums = new int[(int) (clock.firstDay(month + 1) - first)];
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += clock.weight(office, first + i) * level.of(first + i) / 1000;
            sums[i] = sum;
        }
        return new MonthDays(first, sums);
    }

    /**
     * How many things happen in the month.
     *
     * @param rate millionths of a thing on a usual day
     * @param key of the month
     */
    public int count(long rate, long key) {
        long mean = rate * sums[sums.length - 1] / 1000;
        long varied = mean * (600 + Chance.below(Chance.mix(key, 1), 800)) / 1000;
        long whole = varied / MILLION;
        return (int) (whole + (Chance.below(Chance.mix(key, 2), (int) MILLION) < varied % MILLION ? 1 : 0));
    }

    /** A day of the epoch; a livelier one more often. Only where {@link #count} was above 0. */
    public long day(Draws draws) {
        return firstDay + draws.ofSums(sums);
    }
}
