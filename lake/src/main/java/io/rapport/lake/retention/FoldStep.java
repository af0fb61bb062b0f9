package io.rapport.lake.retention;

/** The steps of a fold, in order; after each a listener is called, which is how tests end a process there. */
public enum FoldStep {
    /** What comes is Parquet in the staging folder, safe on disk. */
    WRITTEN,
    /** It lies where it will stay. */
    MOVED,
    /** Everything is written in the transaction that has not ended yet. */
    RECORDED,
    /** The transaction has ended: readers see the new files; the old ones still lie there. */
    COMMITTED
}
