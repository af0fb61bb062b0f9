package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.util.List;

/**
 * A chunk as Parquet: each key once, either in a row or in a removal.
 *
 * @param removals files of keys that are taken out; their partitions mean nothing yet
 * @param superseded rows of the chunk that a later line of it replaced
 */
record StagedChunk(Dataset dataset, int number, List<Written> rows, List<Written> removals, long superseded) {

    long rowCount() {
        return rows.stream().mapToLong(Written::rows).sum();
    }
}
