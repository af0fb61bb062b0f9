package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import java.util.List;
import java.util.Optional;

/** The way into the lake: rows, removals and checkpoints become visible together or not at all. */
public interface Landing {

    /** Opens a batch; nothing of it is visible before {@link Batch#commit}. */
    Batch open();

    /** The value of a committed checkpoint, or empty where there is none. */
    Optional<String> findCheckpoint(String scope, String name);

    /** Rows on their way in. Used by one thread at a time. Closing without a commit discards everything. */
    interface Batch extends AutoCloseable {

        /**
         * Takes a row through the privacy gate. A later row with the same key replaces an earlier one. The row may be
         * reused afterwards.
         *
         * @return why the row can't land, in words without its values; empty where it was taken
         */
        Optional<String> add(Row row);

        /** Takes the row with this key out, where there is one. Values in the order of the dataset's key. */
        void remove(Dataset dataset, List<String> key);

        /** Makes rows, removals and checkpoints visible in one transaction; after it the batch is closed. */
        Landed commit(List<Checkpoint> checkpoints);

        @Override
        void close();
    }

    /**
     * What a commit did, in rows.
     *
     * @param added keys that were new
     * @param replaced keys whose row changed
     * @param unchanged keys whose row was there already, to the letter
     * @param superseded rows that a later row of the same batch replaced
     * @param removed keys that were taken out
     */
    record Landed(long added, long replaced, long unchanged, long superseded, long removed) {}
}
