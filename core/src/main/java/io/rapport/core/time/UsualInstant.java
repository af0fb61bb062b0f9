package io.rapport.core.time;

import java.time.Year;

/**
 * The shape in which almost every time comes, {@code 2021-02-03T00:37:45Z}, with or without a fraction and the Z, read
 * without the machinery of java.time: millions of them land per import. Whatever is unusual about a text, an impossible
 * date included, is left to the thorough reading.
 */
final class UsualInstant {

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int LENGTH = 19;
    private static final int FIRST_YEAR = 1970;

    private UsualInstant() {}

    /** Whether {@link #epochSecond} can read it. */
    static boolean isUsual(String text) {
        if (text.length() < LENGTH
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || !isEnd(text)) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (i != 4 && i != 7 && i != 10 && i != 13 && i != 16 && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year >= FIRST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS_OF_MONTH[month - 1] + (month == 2 && Year.isLeap(year) ? 1 : 0)
                && number(text, 11, 13) < 24
                && number(text, 14, 16) < 60
                && number(text, 17, 19) < 60;
    }

    /** Seconds since 1970 of a usual text, its fraction cut off. */
    static long epochSecond(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int before = year - 1;
        long leapDays = before / 4 - before / 100 + before / 400 - 477L;
        long days = (year - FIRST_YEAR) * 365L
                + leapDays
                + DAYS_BEFORE_MONTH[month - 1]
                + (month > 2 && Year.isLeap(year) ? 1 : 0)
                + number(text, 8, 10)
                - 1;
        return days * 86_400 + number(text, 11, 13) * 3_600L + number(text, 14, 16) * 60L + number(text, 17, 19);
    }

    /** Nothing, a fraction, a Z, or a fraction and a Z. */
    private static boolean isEnd(String text) {
        int i = LENGTH;
        if (i < text.length() && text.charAt(i) == '.') {
            int first = ++i;
            while (i < text.length() && isDigit(text.charAt(i))) {
                i++;
            }
            if (i == first) {
                return false;
            }
        }
        return i == text.length() || (i == text.length() - 1 && text.charAt(i) == 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
