package io.rapport.model.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row that the CSV reader stands on, the header first. Only of places that somebody wants is text made: most of a file is
 * columns that nobody asks for. Always the same object, with another content after each row. Not thread-safe.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    /** As the library bounds its own records. */
    private static final int MOST_FIELDS = 16_384;

    private final CountedQuotes source;
    private @Nullable String[] texts = new String[16];
    /** By place; null: all. */
    private boolean @Nullable [] wanted;

    private long line;
    private int fields;
    private boolean isBlank;
    private boolean hasZeroCharacter;

    /** @param source where the rows come from */
    CsvRow(CountedQuotes source) {
        this.source = source;
    }

    /** From now on text is made of these places alone. */
    void want(boolean[] places) {
        wanted = places;
    }

    /** Line of the file on which it begins, from 1. */
    long line() {
        return line;
    }

    /** How many fields it has. */
    int count() {
        return fields;
    }

    /** Whether there is nothing in it. */
    boolean isEmptyLine() {
        return fields == 1 && isBlank;
    }

    boolean hasZeroCharacter() {
        return hasZeroCharacter;
    }

    /** The text in a place that is wanted, stripped. */
    String text(int place) {
        String text = texts[place];
        return text == null ? "" : text;
    }

    /** All of them. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            all.add(text(i));
        }
        return all;
    }

    @Override
    protected void handleBegin(long startingLine) {
        line = startingLine;
        fields = 0;
        hasZeroCharacter = false;
    }

    @Override
    protected void handleField(int place, char[] buffer, int offset, int length, boolean isQuoted) {
        if (place >= MOST_FIELDS) {
            throw new CsvParseException("More than " + MOST_FIELDS + " fields, line " + line);
        }
        fields = place + 1;
        if (source.hasZeroCharacter()) {
            hasZeroCharacter |= holdsZero(buffer, offset, length);
        }
        boolean[] only = wanted;
        boolean isWanted = only == null || (place < only.length && only[place]);
        if (!isWanted && place > 0) {
            return;
        }
        int begin = offset;
        int end = offset + length;
        while (begin < end && Character.isWhitespace(buffer[begin])) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(buffer[end - 1])) {
            end--;
        }
        isBlank = place == 0 && begin == end;
        if (isWanted) {
            if (place >= texts.length) {
                texts = Arrays.copyOf(texts, Math.max(place + 1, texts.length * 2));
            }
            texts[place] = new String(buffer, begin, end - begin);
        }
    }

    private static boolean holdsZero(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }
}
