package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The way into the lake: rows, removals and checkpoints become visible together or not at all. */
public interface Landing {

    /** Opens a batch; nothing of it is visible before {@link Batch#commit}. */
    Batch open();

    /** The value of a committed checkpoint, or empty where there is none. */
    Optional<String> findCheckpoint(String scope, String name);

    /** The committed checkpoints of a scope: value by name. */
    Map<String, String> checkpoints(String scope);

    /** Forgets the checkpoints of a scope and of those below it ({@code scope/…}). Rows stay. */
    void forget(String scope);

    /**
     * Calls the consumer with the key of each visible row of a dataset whose column holds this text; the consumer may add
     * to a batch and remove from it.
     *
     * @param column a column of text, by its exact name
     */
    void eachKey(Dataset dataset, String column, String value, Consumer<List<String>> keys);

    /**
     * Tells rows of users who were erased: they won't land, and nothing of theirs is to be asked for. For one thread, and
     * as things are now.
     */
    default Predicate<Row> erasedUsers() {
        return row -> false;
    }

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

        /**
         * Has contact activity derived from what this batch changes in {@code Contact_v1}; the signals become visible
         * with it. Without a call none are derived.
         */
        void deriveActivity(ContactSync sync);

        /** Makes rows, removals and checkpoints visible in one transaction; after it the batch is closed. */
        Landed commit(List<Checkpoint> checkpoints);

        /**
         * As {@link #commit(List)}, but only while another checkpoint still stands as the caller left it: so a process
         * that was thought dead can't commit over the one that took its place.
         *
         * @param provided must be committed with this very value; otherwise nothing is committed
         * @throws io.rapport.core.error.RapportException where it is not
         */
        Landed commit(List<Checkpoint> checkpoints, Checkpoint provided);

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
     * @param former rows of months that retention took out, which do not land; what was there of their keys is removed
     */
    record Landed(long added, long replaced, long unchanged, long superseded, long removed, long former) {

        /** Without rows of former months. */
        public Landed(long added, long replaced, long unchanged, long superseded, long removed) {
            this(added, replaced, unchanged, superseded, removed, 0);
        }

        /** What a commit of nothing did. */
        public static final Landed NOTHING = new Landed(0, 0, 0, 0, 0);

        /** What both did together. */
        public Landed plus(Landed other) {
            return new Landed(
                    added + other.added,
                    replaced + other.replaced,
                    unchanged + other.unchanged,
                    superseded + other.superseded,
                    removed + other.removed,
                    former + other.former);
        }
    }
}
