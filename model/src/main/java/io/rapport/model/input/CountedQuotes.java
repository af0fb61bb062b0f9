package io.rapport.model.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text without its byte order mark, and whether its double quotes come in pairs. In RFC 4180 they always do; the CSV
 * reader takes a quote that is never closed for one that ends with the file, and so swallows every row after it.
 */
final class CountedQuotes extends FilterReader {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private boolean isOdd;
    private boolean hasZero;
    private boolean isBeginning = true;

    CountedQuotes(Reader in) {
        super(in);
    }

    /** Whether an odd number of quotes was read so far. */
    boolean isOdd() {
        return isOdd;
    }

    /** Whether a zero character was read so far, which no text holds. */
    boolean hasZeroCharacter() {
        return hasZero;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (isBeginning && read > 0) {
            isBeginning = false;
            if (target[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(target, offset + 1, target, offset, read - 1);
                read--;
                if (read == 0) {
                    return read(target, offset, length);
                }
            }
        }
        int quotes = 0;
        for (int i = offset; i < offset + read; i++) {
            char c = target[i];
            quotes += c == '"' ? 1 : 0;
            hasZero |= c == 0;
        }
        isOdd ^= (quotes & 1) == 1;
        return read;
    }
}
