package io.rapport.bench.source;

/** Writes the rows of one export. Not thread-safe. */
interface TextRows {

    /** Writes the next row, with its line end; false where there is none. */
    boolean next(TextBuffer out);
}
