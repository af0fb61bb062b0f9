package io.rapport.lake.privacy;

import io.rapport.core.time.InstantText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants and dates, as {@code yyyy-MM-dd HH:mm:ss} in UTC and {@code yyyy-MM-dd}. */
final class InstantWriter {

    static final String NO_TIME = "is no time";
    private static final int LAST_YEAR = 9999;
    private static final int FIRST_YEAR = 1990;

    private InstantWriter() {}

    /** Reads as {@link InstantText} does, which costs ten times as much: the usual form goes straight through. */
    static boolean write(@Nullable Object raw, LineBuffer out) {
        String text = ValueWriter.text(raw);
        if (text == null) {
            return false;
        }
        if (isUsualForm(text)) {
            out.put('"');
            out.ascii(text, 0, 10);
            out.put(' ');
            out.ascii(text, 11, 19);
            out.put('"');
            return true;
        }
        try {
            return write(InstantText.parse(text), out);
        } catch (DateTimeException notATime) {
            throw new UnreadableValue(NO_TIME);
        }
    }

    static boolean write(@Nullable Instant instant, LineBuffer out) {
        if (instant == null) {
            return false;
        }
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        out.put('"');
        day(utc.toLocalDate(), out);
        out.put(' ');
        out.twoDigits(utc.getHour());
        out.put(':');
        out.twoDigits(utc.getMinute());
        out.put(':');
        out.twoDigits(utc.getSecond());
        out.put('"');
        return true;
    }

    static boolean write(@Nullable LocalDate date, LineBuffer out) {
        if (date == null) {
            return false;
        }
        out.put('"');
        day(date, out);
        out.put('"');
        return true;
    }

    private static void day(LocalDate date, LineBuffer out) {
        int year = date.getYear();
        if (year < 0 || year > LAST_YEAR) {
            throw new UnreadableValue(NO_TIME);
        }
        out.twoDigits(year / 100);
        out.twoDigits(year % 100);
        out.put('-');
        out.twoDigits(date.getMonthValue());
        out.put('-');
        out.twoDigits(date.getDayOfMonth());
    }

    /** A date, T or a blank, a time to the second, a fraction or none, Z or nothing; 1990 or later. */
    private static boolean isUsualForm(String text) {
        int length = text.length();
        if (length < 19
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) != 'T' && text.charAt(10) != ' ')
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || !isUsualEnd(text, length)) {
            return false;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year >= FIRST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
                && isWithin(number(text, 11, 13), 23)
                && isWithin(number(text, 14, 16), 59)
                && isWithin(number(text, 17, 19), 59);
    }

    private static boolean isUsualEnd(String text, int length) {
        int at = 19;
        if (at < length && text.charAt(at) == '.') {
            at++;
            int digits = at;
            while (at < length && isDigit(text.charAt(at))) {
                at++;
            }
            if (at == digits) {
                return false;
            }
        }
        return at == length || (at == length - 1 && text.charAt(at) == 'Z');
    }

    private static boolean isWithin(int value, int last) {
        return value >= 0 && value <= last;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number that the digits form, or -1 where one of them is none. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
