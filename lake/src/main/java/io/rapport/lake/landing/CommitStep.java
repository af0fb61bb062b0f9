package io.rapport.lake.landing;

/** The steps of a commit, in order; after each a listener is called, which is how tests end a writer there. */
public enum CommitStep {
    /** All rows are Parquet in the staging folder. */
    STAGED,
    /** Keys are checked. */
    CHECKED,
    /** The files are safe on disk. */
    SYNCED,
    /** The files lie where they will stay. */
    MOVED,
    /** Everything is written in the transaction that has not ended yet. */
    RECORDED,
    /** The transaction has ended: everything is visible. */
    COMMITTED
}
