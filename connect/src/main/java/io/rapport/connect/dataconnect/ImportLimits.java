package io.rapport.connect.dataconnect;

import tools.jackson.core.StreamReadConstraints;

/**
 * What an import puts up with. All but the first bound the memory and time that a hostile or broken file can take.
 *
 * @param rejectShare share of rows that may be unreadable, 0 to 1; one more and the import fails
 * @param lineBytes longest line or object in bytes of UTF-8, from 64 to 1 GiB; a longer one fails the import
 * @param inflation how many times its own size a gzip file may hold, from 2, once it has held {@link #INFLATION_FLOOR}; a
 *     file that holds more fails the import
 * @param nesting levels of lists and objects within each other in a row, from 8; a deeper row is rejected
 * @param nameLength longest name of a field in characters, from 64, give or take 16; a row with a longer one is rejected
 * @param fields most fields of an object, from 64; a row with more is rejected
 * @param entries most entries of a list that lands, from 64; a row with more is rejected
 */
public record ImportLimits(
        double rejectShare, int lineBytes, int inflation, int nesting, int nameLength, int fields, int entries) {

    /** One row in a hundred, 16 MiB, 300 times, and far more of the rest than an export has. */
    public static final ImportLimits DEFAULT = new ImportLimits(0.01, 16 << 20);

    /** Bytes that any gzip file may hold: 64 MiB. */
    static final long INFLATION_FLOOR = 64L << 20;

    public ImportLimits {
        if (!(rejectShare >= 0 && rejectShare <= 1)) {
            throw new IllegalArgumentException("rejectShare is " + rejectShare + "; it goes from 0 to 1");
        }
        if (lineBytes < 64 || lineBytes > 1 << 30) {
            throw new IllegalArgumentException("lineBytes is " + lineBytes + "; it goes from 64 to " + (1 << 30));
        }
        requireAtLeast(2, inflation, "inflation");
        requireAtLeast(8, nesting, "nesting");
        requireAtLeast(64, nameLength, "nameLength");
        requireAtLeast(64, fields, "fields");
        requireAtLeast(64, entries, "entries");
    }

    /** The usual limits but for these two. */
    public ImportLimits(double rejectShare, int lineBytes) {
        this(rejectShare, lineBytes, 300, 100, 1_000, 10_000, 100_000);
    }

    StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxStringLength(lineBytes)
                .maxNestingDepth(nesting)
                .maxNameLength(nameLength)
                .build();
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; the least is " + least);
        }
    }
}
