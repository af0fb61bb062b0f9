package io.rapport.connect.dataconnect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A window on a stream of text: bytes that were read and are not used up yet, and the place where they stand. It grows
 * only where a whole window holds nothing that can be used up, and never beyond its limit. Not thread-safe.
 */
final class TextBlock {

    /** A place in the text: byte from 0, line from 1, byte within the line from 0. */
    record Place(long offset, long line, long column) {}

    /** Bytes kept free before the text, for a parser's prefix. */
    static final int HEADROOM = 2;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_ENDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final int FIRST_SIZE = 256 << 10;

    private final InputStream in;
    private final int limit;
    private byte[] bytes;
    private int start = HEADROOM;
    private int end = HEADROOM;
    private boolean isLast;
    private long offset;
    private long line = 1;
    private long column;

    /** @param limit longest piece of text that must stand in the window as a whole */
    TextBlock(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
        this.bytes = new byte[Math.min(FIRST_SIZE, capacity(limit))];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the first byte that is not used up. */
    int start() {
        return start;
    }

    /** Index after the last byte that was read. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Whether nothing follows {@link #end}. */
    boolean isLast() {
        return isLast;
    }

    /** Where {@link #start} stands. */
    Place place() {
        return new Place(offset, line, column);
    }

    /** Index after the last line end, or {@link #end} where there is none or nothing follows. */
    int afterLastLine() {
        for (int i = end - 1; !isLast && i >= start; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    /**
     * Reads on until the window is full or the stream ends.
     *
     * @return false where the window is full already and as large as the limit allows
     */
    boolean fill() throws IOException {
        if (isLast) {
            return true;
        }
        System.arraycopy(bytes, start, bytes, HEADROOM, end - start);
        end -= start - HEADROOM;
        start = HEADROOM;
        if (end == bytes.length) {
            if (bytes.length == capacity(limit)) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(bytes.length * 2L, capacity(limit)));
        }
        end += in.readNBytes(bytes, end, bytes.length - end);
        isLast = end < bytes.length;
        return true;
    }

    /** Uses up what stands before an index. */
    void useUpTo(int index) {
        int lineEnds = countLineEnds(start, index);
        if (lineEnds > 0) {
            line += lineEnds;
            int lastLineEnd = index - 1;
            while (bytes[lastLineEnd] != '\n') {
                lastLineEnd--;
            }
            column = index - 1L - lastLineEnd;
        } else {
            column += index - start;
        }
        offset += index - start;
        start = index;
    }

    /** Uses up blanks and line ends. */
    void skipBlanks() {
        int i = start;
        while (i < end && isBlank(bytes[i])) {
            i++;
        }
        useUpTo(i);
    }

    /** Uses up the rest of the line, its end included, however long it is. */
    void skipLine() throws IOException {
        while (true) {
            for (int i = start; i < end; i++) {
                if (bytes[i] == '\n') {
                    useUpTo(i + 1);
                    return;
                }
            }
            useUpTo(end);
            if (isLast) {
                return;
            }
            fill();
        }
    }

    /** Skips to a line whose first brace is its first character and stands at this column or before; false at the end. */
    boolean skipToBrace(long atMost) throws IOException {
        boolean isIndent = false;
        while (true) {
            for (int i = start; i < end; i++) {
                byte next = bytes[i];
                if (next == '\n') {
                    useUpTo(i + 1);
                    isIndent = true;
                } else if (isIndent && next == '{' && column + i - start <= atMost) {
                    useUpTo(i);
                    return true;
                } else if (!isBlank(next)) {
                    isIndent = false;
                }
            }
            useUpTo(end);
            if (isLast) {
                return false;
            }
            fill();
        }
    }

    /** Eight bytes at a time: this touches every byte of every export. */
    private int countLineEnds(int from, int to) {
        int count = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long differing = (long) WORDS.get(bytes, i) ^ LINE_ENDS;
            // Sets the high bit of each byte that differs in nothing, and no other bit.
            count += Long.bitCount(~(((differing & LOW_BITS) + LOW_BITS) | differing | LOW_BITS));
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private static int capacity(int limit) {
        return HEADROOM + limit + 1;
    }
}
