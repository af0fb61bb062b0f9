package io.rapport.connect.dataconnect;

/**
 * What an import puts up with.
 *
 * @param rejectShare share of rows that may be unreadable, 0 to 1; one more and the import fails
 * @param lineBytes longest line or object in bytes of UTF-8, from 64 to 1 GiB; it bounds the memory that a file can take
 */
public record ImportLimits(double rejectShare, int lineBytes) {

    /** One row in a hundred, 16 MiB. */
    public static final ImportLimits DEFAULT = new ImportLimits(0.01, 16 << 20);

    public ImportLimits {
        if (!(rejectShare >= 0 && rejectShare <= 1)) {
            throw new IllegalArgumentException("rejectShare is " + rejectShare + "; it goes from 0 to 1");
        }
        if (lineBytes < 64 || lineBytes > 1 << 30) {
            throw new IllegalArgumentException("lineBytes is " + lineBytes + "; it goes from 64 to " + (1 << 30));
        }
    }
}
