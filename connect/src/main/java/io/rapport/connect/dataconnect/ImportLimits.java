package io.rapport.connect.dataconnect;

import io.rapport.connect.row.RowLimits;
import tools.jackson.core.StreamReadConstraints;

/**
 * What an import puts up with. All but the first bound the memory and time that a hostile or broken file can take.
 *
 * @param rejectShare share of rows that may be unreadable, 0 to 1; one more and the import fails
 * @param lineBytes longest line or object in bytes of UTF-8, from 64 to 1 GiB; a longer one fails the import
 * @param inflation how many times its own size a gzip file may hold, from 2, once it has held {@link #INFLATION_FLOOR}; a
 *     file that holds more fails the import
 * @param row what is put up with in one row
 */
public record ImportLimits(double rejectShare, int lineBytes, int inflation, RowLimits row) {

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
        if (inflation < 2) {
            throw new IllegalArgumentException("inflation is " + inflation + "; the least is 2");
        }
    }

    /** The usual limits but for these two. */
    public ImportLimits(double rejectShare, int lineBytes) {
        this(rejectShare, lineBytes, 300, RowLimits.DEFAULT);
    }

    StreamReadConstraints constraints() {
        return row.constraints(lineBytes);
    }
}
