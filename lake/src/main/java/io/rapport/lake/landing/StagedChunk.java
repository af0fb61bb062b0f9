package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk as Parquet: each key once, either in a row or in a removal.
 *
 * @param removals files of keys that are taken out; their partitions mean nothing yet
 * @param superseded rows of the chunk that a later line of it replaced
 * @param former rows of former months: they count as removals, because the same keys may stand in a later month
 */
record StagedChunk(
        Dataset dataset, int number, List<Written> rows, List<Written> removals, long superseded, long former) {

    /** As retention wants it: rows of former months don't land. */
    StagedChunk without(KeptMonths kept) {
        List<Written> landing = new ArrayList<>();
        List<Written> gone = new ArrayList<>(removals);
        long left = 0;
        for (Written file : rows) {
            if (kept.isFormer(file.partition())) {
                gone.add(file);
                left += file.rows();
            } else {
                landing.add(file);
            }
        }
        return new StagedChunk(dataset, number, landing, gone, superseded, left);
    }

    long rowCount() {
        return rows.stream().mapToLong(Written::rows).sum();
    }
}
