package io.rapport.bench.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of ASCII text that is read from its front. Not thread-safe. */
final class TextBuffer {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private byte[] bytes = new byte[1 << 20];
    private int start;
    private int end;
    private long lastDay = Long.MIN_VALUE;
    private byte[] lastDayText = {};

    int length() {
        return end - start;
    }

    int read(byte[] target, int offset, int length) {
        int read = Math.min(length, end - start);
        System.arraycopy(bytes, start, target, offset, read);
        start += read;
        if (start == end) {
            start = 0;
            end = 0;
        }
        return read;
    }

    TextBuffer put(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, end, ascii.length);
        end += ascii.length;
        return this;
    }

    /** Digits of the number, with zeros before it up to this width. */
    TextBuffer digits(long number, int width) {
        room(width);
        long rest = number;
        for (int i = end + width - 1; i >= end; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += width;
        return this;
    }

    /** Sixteen hexadecimal digits. */
    TextBuffer hex(long bits) {
        room(16);
        for (int shift = 60; shift >= 0; shift -= 4) {
            bytes[end++] = (byte) HEX[(int) (bits >>> shift) & 15];
        }
        return this;
    }

    /** {@code 2026-10-31T08:00:00} */
    TextBuffer instant(long epochSecond) {
        long day = Math.floorDiv(epochSecond, SECONDS_PER_DAY);
        int second = (int) Math.floorMod(epochSecond, (long) SECONDS_PER_DAY);
        if (day != lastDay) {
            lastDay = day;
            lastDayText = java.time.LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
        }
        put(lastDayText).put('T').digits(second / 3600, 2).put(':');
        return digits(second / 60 % 60, 2).put(':').digits(second % 60, 2);
    }

    TextBuffer put(char ascii) {
        room(1);
        bytes[end++] = (byte) ascii;
        return this;
    }

    private void room(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
