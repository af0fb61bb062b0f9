package io.rapport.lake.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of JSON text in UTF-8; can be cut back to an earlier length. Not thread-safe. */
public final class LineBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTROL = "\\u00".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES_PER_ESCAPE = 6;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    public int length() {
        return length;
    }

    /** Forgets what was written after this length. */
    public void truncate(int to) {
        length = to;
    }

    /** Writes everything out, and empties the buffer. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    /** Adds all that another buffer holds. */
    public void append(LineBuffer other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    byte[] bytes() {
        return bytes;
    }

    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    void number(long value) {
        put(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    /** Two decimal digits. */
    void twoDigits(int value) {
        room(2);
        bytes[length++] = (byte) ('0' + value / 10);
        bytes[length++] = (byte) ('0' + value % 10);
    }

    /** ASCII characters of a text, from one position to before another. */
    void ascii(String text, int from, int to) {
        room(to - from);
        int at = length;
        for (int i = from; i < to; i++) {
            bytes[at++] = (byte) text.charAt(i);
        }
        length = at;
    }

    /** A JSON string. NUL is left out, because columns of text can't hold it; half a surrogate pair becomes a {@code ?}. */
    void string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put('"');
        if (isPlain(utf8)) {
            put(utf8);
        } else {
            escaped(utf8);
        }
        put('"');
    }

    /** Whether nothing needs an escape; looks at eight bytes at a time, because this is where landing spends its time. */
    private static boolean isPlain(byte[] utf8) {
        int at = 0;
        for (; at + Long.BYTES <= utf8.length; at += Long.BYTES) {
            long eight = (long) LONGS.get(utf8, at);
            long control = eight - EACH * ' ';
            long quote = (eight ^ EACH * '"') - EACH;
            long backslash = (eight ^ EACH * '\\') - EACH;
            if (((control | quote | backslash) & ~eight & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < utf8.length; at++) {
            if (needsEscape(utf8[at])) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsEscape(byte c) {
        return c == '"' || c == '\\' || (c >= 0 && c < ' ');
    }

    private void escaped(byte[] utf8) {
        room(utf8.length * BYTES_PER_ESCAPE);
        for (byte c : utf8) {
            if (!needsEscape(c)) {
                bytes[length++] = c;
            } else if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = c;
            } else if (c != 0) {
                put(CONTROL);
                put((char) HEX[c >> 4]);
                put((char) HEX[c & 0xF]);
            }
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
