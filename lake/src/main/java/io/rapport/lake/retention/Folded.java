package io.rapport.lake.retention;

/**
 * What became of a dataset's files.
 *
 * @param filesBefore that were read or left
 * @param filesAfter that came in their place
 * @param bytesBefore size of those before
 * @param bytesAfter size of those after
 * @param rowsWritten rows of those after
 * @param rowsLeft rows that a reader sees no longer, because their months left
 */
public record Folded(
        int filesBefore, int filesAfter, long bytesBefore, long bytesAfter, long rowsWritten, long rowsLeft) {

    /** Where there was nothing to do. */
    public static final Folded NOTHING = new Folded(0, 0, 0, 0, 0, 0);

    /** What both came to together. */
    public Folded plus(Folded other) {
        return new Folded(
                filesBefore + other.filesBefore,
                filesAfter + other.filesAfter,
                bytesBefore + other.bytesBefore,
                bytesAfter + other.bytesAfter,
                rowsWritten + other.rowsWritten,
                rowsLeft + other.rowsLeft);
    }
}
