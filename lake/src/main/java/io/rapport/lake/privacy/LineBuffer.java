package io.rapport.lake.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of JSON text in UTF-8; can be cut back to an earlier length. Not thread-safe. */
public final class LineBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final char REPLACEMENT = '\uFFFD';
    /** The most that one char becomes: a control character's escape. */
    private static final int BYTES_PER_CHAR = 6;

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

    /** A JSON string. NUL is left out, because columns of text can't hold it; half a surrogate pair is replaced. */
    void string(String text) {
        int count = text.length();
        room(count * BYTES_PER_CHAR + 2);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                to[at++] = (byte) c;
            } else if (c < 0x80) {
                at = escape(c, to, at);
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(text.charAt(i + 1))) {
                at = encode(Character.toCodePoint(c, text.charAt(++i)), to, at);
            } else {
                at = encode(Character.isSurrogate(c) ? REPLACEMENT : c, to, at);
            }
        }
        to[at++] = '"';
        length = at;
    }

    private static int escape(char c, byte[] to, int from) {
        int at = from;
        if (c == 0) {
            return at;
        }
        to[at++] = '\\';
        if (c == '"' || c == '\\') {
            to[at++] = (byte) c;
            return at;
        }
        to[at++] = 'u';
        to[at++] = '0';
        to[at++] = '0';
        to[at++] = HEX[c >> 4];
        to[at++] = HEX[c & 0xF];
        return at;
    }

    private static int encode(int codePoint, byte[] to, int from) {
        int at = from;
        if (codePoint < 0x800) {
            to[at++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                to[at++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                to[at++] = (byte) (0xF0 | (codePoint >> 18));
                to[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            to[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        to[at++] = (byte) (0x80 | (codePoint & 0x3F));
        return at;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
