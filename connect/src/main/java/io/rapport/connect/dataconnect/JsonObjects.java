package io.rapport.connect.dataconnect;

import io.rapport.connect.ConnectError;
import io.rapport.connect.dataconnect.TextBlock.Place;
import io.rapport.connect.row.RowReader;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the objects in a stream of UTF-8 and reads each into a row: JSON lines, pretty-printed objects one after
 * another, and arrays of objects, in memory that is bounded by the longest object.
 *
 * <p>A parser reads a block of many objects at once; where a block ends within an object, that object is read again with
 * the next block. After bad JSON the reader looks for its footing again: in JSON lines at the next line; elsewhere at the
 * next line that begins with a brace no deeper indented than the bad object's. Where there is none the file is damaged,
 * for nobody could say how much was lost. Not thread-safe; one per file.
 */
final class JsonObjects {

    /** Hears about each object of the file, in its order. */
    interface Sink {
        /** The row is reused for the next object. */
        void row(Row row, long line);

        void reject(long line, String reason);
    }

    /** Why an object that is marked as removed does not land: exports hold what is there. */
    static final String GONE = "is marked as removed at its source";

    /** An error this near to the end of a block may come from the end alone: a token or a character cut in two. */
    private static final int CUT_TOKEN = 8;

    private final JsonFactory json;
    private final RowReader reader;
    private final Row row;
    private final Path file;
    private final ImportLimits limits;
    private final Sink sink;
    private final TextBlock text;
    private boolean isInArray;
    /** In an array: whether a comma must come before the next object. */
    private boolean isAfterElement;
    /** Whether the last object that was read stands on several lines. */
    private boolean spansLines;

    JsonObjects(
            JsonFactory json, RowReader reader, Row row, Path file, InputStream in, ImportLimits limits, Sink sink) {
        this.json = json;
        this.reader = reader;
        this.row = row;
        this.file = file;
        this.limits = limits;
        this.sink = sink;
        this.text = new TextBlock(in, limits.lineBytes());
    }

    /** Reads all of it. */
    void read() throws IOException {
        fill();
        while (!text.isEmpty()) {
            text.skipBlanks();
            int cut = text.afterLastLine();
            if (text.start() < cut) {
                parse(cut);
            }
            fill();
        }
        if (isInArray) {
            throw damaged(text.place(), "ends before its list is closed");
        }
    }

    private void fill() throws IOException {
        if (!text.fill()) {
            Place place = text.place();
            int limit = limits.lineBytes();
            throw new RapportException(
                    ConnectError.EXPORT_LINE_TOO_LONG,
                    file + " has a line or object of more than " + limit + " bytes at line " + place.line() + ", byte "
                            + place.offset() + " of its text; " + limit + " is the limit. Check that it is a Graph"
                            + " Data Connect export. Nothing was imported.");
        }
    }

    /** Reads the objects before {@code cut}; what a cut leaves half is read again with the next block. */
    private void parse(int cut) throws IOException {
        int from = text.start() - prefix();
        Place origin = text.place();
        int done = text.start();
        int object = -1;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text.bytes(), from, cut - from)) {
            for (int i = text.start() - from; i > 0; i--) {
                parser.nextToken();
            }
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    TokenStreamLocation open = parser.currentTokenLocation();
                    object = from + (int) open.getByteOffset();
                    RowReader.Outcome outcome = reader.read(parser, row);
                    TokenStreamLocation close = parser.currentLocation();
                    done = from + (int) close.getByteOffset();
                    object = -1;
                    isAfterElement = true;
                    spansLines = close.getLineNr() > open.getLineNr();
                    deliver(outcome, origin.line() + open.getLineNr() - 1);
                } else if (token == (isInArray ? JsonToken.END_ARRAY : JsonToken.START_ARRAY)) {
                    isInArray = !isInArray;
                    isAfterElement = false;
                    done = from + (int) parser.currentLocation().getByteOffset();
                } else {
                    text.useUpTo(done);
                    text.skipBlanks();
                    reject("is no JSON object");
                    return;
                }
            }
            text.useUpTo(cut);
        } catch (JacksonException bad) {
            boolean isOpen = object >= 0;
            // Within an array the comma before an object goes with it, so that a block's end changes nothing.
            text.useUpTo(isOpen && !isInArray ? object : done);
            text.skipBlanks();
            boolean isCut = !text.isLast() && from + offset(bad, cut - from) >= cut - CUT_TOKEN;
            if (!isCut && text.start() < cut) {
                text.useUpTo(Math.max(text.start(), object));
                reject(limits.row().reason(bad));
            }
        }
    }

    /** Gives a parser that begins within an array the tokens that its predecessor had read; returns their number. */
    private int prefix() {
        if (!isInArray) {
            return 0;
        }
        byte[] bytes = text.bytes();
        if (!isAfterElement) {
            bytes[text.start() - 1] = '[';
            return 1;
        }
        bytes[text.start() - 2] = '[';
        bytes[text.start() - 1] = '0';
        return 2;
    }

    private void deliver(RowReader.Outcome outcome, long line) {
        switch (outcome) {
            case ROW -> sink.row(row, line);
            case REJECTED -> sink.reject(line, reader.reason());
            case REMOVED -> sink.reject(line, GONE);
            case SUMMARY -> {}
        }
    }

    /** Rejects what stands here, and finds the next object. */
    private void reject(String reason) throws IOException {
        Place bad = text.place();
        sink.reject(bad.line(), reason);
        if (!isInArray && !spansLines) {
            text.skipLine();
        } else if (text.skipToBrace(bad.column())) {
            isAfterElement = false;
        } else {
            throw damaged(bad, reason + ", and no object begins after it on a line of its own");
        }
    }

    private RapportException damaged(Place place, String what) {
        return new RapportException(
                ConnectError.EXPORT_DAMAGED,
                file + " can't be read from byte " + place.offset() + " of its text on (line " + place.line() + "): "
                        + what + ". Export or copy it again. Nothing was imported.");
    }

    private static int offset(JacksonException bad, int otherwise) {
        TokenStreamLocation where = bad.getLocation();
        return where == null || where.getByteOffset() < 0 ? otherwise : (int) where.getByteOffset();
    }
}
