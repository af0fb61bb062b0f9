package io.rapport.simulator.worktime;

import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** When people at an office work: weekdays, holidays, mornings, and their distance from UTC. Immutable. */
public final class WorkClock {

    private static final int DAY = 86_400;
    private static final int DAYS_KEPT = 3_700;
    private static final int MONTHS_KEPT = 120;
    private static final int NOON = 43_200;
    private static final int EARLIEST = 8 * 3_600;
    private static final int LATEST = 18 * 3_600;
    private static final int LATE_ANSWERS_PER_MILLE = 130;

    private final YearMonth first;
    private final long firstDay;
    private final long[] firstDays = new long[MONTHS_KEPT];
    private final Map<Office, int[]> offsets = new EnumMap<>(Office.class);
    private final Map<Office, int[]> weights = new EnumMap<>(Office.class);

    public WorkClock(YearMonth first) {
        this.first = first;
        this.firstDay = first.atDay(1).toEpochDay() - 62;
        for (int month = 0; month < MONTHS_KEPT; month++) {
            firstDays[month] = first.plusMonths(month).atDay(1).toEpochDay();
        }
        for (Office office : Office.values()) {
            int[] offset = new int[DAYS_KEPT];
            int[] weight = new int[DAYS_KEPT];
            for (int i = 0; i < DAYS_KEPT; i++) {
                offset[i] = offsetOf(office, firstDay + i);
                weight[i] = weightOf(office, firstDay + i);
            }
            offsets.put(office, offset);
            weights.put(office, weight);
        }
    }

    /** First day of a month, counted from the first. */
    public long firstDay(int month) {
        return month >= 0 && month < MONTHS_KEPT
                ? firstDays[month]
                : first.plusMonths(month).atDay(1).toEpochDay();
    }

    /** Seconds by which the office is ahead of UTC at noon of a day. */
    public int offset(Office office, long day) {
        long index = day - firstDay;
        return index >= 0 && index < DAYS_KEPT
                ? Objects.requireNonNull(offsets.get(office))[(int) index]
                : offsetOf(office, day);
    }

    /** How much work is done there on a day, 1,000 being a usual Monday. */
    public int weight(Office office, long day) {
        long index = day - firstDay;
        return index >= 0 && index < DAYS_KEPT
                ? Objects.requireNonNull(weights.get(office))[(int) index]
                : weightOf(office, day);
    }

    /** A moment of a day there at which somebody begins to write; seldom an evening. */
    public long moment(Office office, long day, Draws draws) {
        int second = draws.isWithin(60)
                ? draws.between(6 * 3_600, 23 * 3_600)
                : EARLIEST + (draws.below(LATEST - EARLIEST) + draws.below(LATEST - EARLIEST)) / 2;
        return day * DAY + second - offset(office, day);
    }

    /** The moment itself where somebody there may be at work, else mostly a moment of the next working morning. */
    public long awake(Office office, long second, Draws draws) {
        long local = second + offset(office, Math.floorDiv(second, (long) DAY));
        long day = Math.floorDiv(local, (long) DAY);
        int time = (int) Math.floorMod(local, (long) DAY);
        boolean isWorkday = weight(office, day) > 500;
        if ((isWorkday && time >= EARLIEST && time < LATEST) || draws.isWithin(LATE_ANSWERS_PER_MILLE)) {
            return second;
        }
        long next = isWorkday && time < EARLIEST ? day : day + 1;
        for (int tries = 0; weight(office, next) <= 500 && tries < 14; tries++) {
            next++;
        }
        return next * DAY + EARLIEST + draws.below(9_000) - offset(office, next);
    }

    /** The month in which an instant lies, counted from the first; before it negative. */
    public int month(Instant at) {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        return (int) ChronoUnit.MONTHS.between(first, month);
    }

    private static int offsetOf(Office office, long day) {
        return office.zone()
                .getRules()
                .getOffset(Instant.ofEpochSecond(day * DAY + NOON))
                .getTotalSeconds();
    }

    private static int weightOf(Office office, long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int weekday = switch (date.getDayOfWeek()) {
            case SATURDAY -> 40;
            case SUNDAY -> 30;
            case FRIDAY -> 850;
            default -> 1000;
        };
        return weekday * season(office, date) / 1000;
    }

    private static int season(Office office, LocalDate date) {
        int day = date.getDayOfMonth();
        boolean isAmerican = office.country().equals("US");
        if (date.getMonth() == Month.DECEMBER && day >= 23) {
            return day == 25 || day == 26 ? 40 : 250;
        }
        if (date.getMonth() == Month.JANUARY && day <= 2) {
            return day == 1 ? 40 : 300;
        }
        if (date.getMonth() == Month.MAY && day == 1 && !isAmerican) {
            return 150;
        }
        if (isAmerican && ((date.getMonth() == Month.JULY && day == 4) || isThanksgiving(date))) {
            return 60;
        }
        if (date.getMonth() == Month.AUGUST && !isAmerican) {
            return 720;
        }
        return 1000;
    }

    /** The fourth Thursday of November, and the day after. */
    private static boolean isThanksgiving(LocalDate date) {
        LocalDate first = date.withDayOfMonth(1);
        int thursday = 1 + Math.floorMod(4 - first.getDayOfWeek().getValue(), 7) + 21;
        return date.getMonth() == Month.NOVEMBER
                && (date.getDayOfMonth() == thursday || date.getDayOfMonth() == thursday + 1);
    }
}
