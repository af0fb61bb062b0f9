package io.rapport.simulator.export;

import java.time.LocalDate;

/**
 * Writes instants as {@code 2026-10-31T08:15:00Z}, because most of a message's columns are instants. Remembers the last
 * day. Not thread-safe; years of four digits.
 */
final class TimeText {

    static final int LENGTH = 20;

    private static final int SECONDS_PER_DAY = 86_400;

    private final char[] text = "0000-00-00T00:00:00Z".toCharArray();
    private long day = Long.MIN_VALUE;

    /** The text of an instant; the array is overwritten by the next. */
    char[] of(long epochSecond) {
        long asked = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
        if (asked != day) {
            day = asked;
            LocalDate.ofEpochDay(day).toString().getChars(0, 10, text, 0);
        }
        int second = (int) Math.floorMod(epochSecond, (long) SECONDS_PER_DAY);
        twoDigits(11, second / 3_600);
        twoDigits(14, second / 60 % 60);
        twoDigits(17, second % 60);
        return text;
    }

    private void twoDigits(int at, int value) {
        text[at] = (char) ('0' + value / 10);
        text[at + 1] = (char) ('0' + value % 10);
    }
}
