package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;

/** Opens a Parquet export as lines of JSON that hold allow-listed columns only. Implemented where DuckDB lives. */
public interface ParquetLines {

    /** Calls the consumer with each row in the file's order; closes the file at the end or where the consumer throws. */
    void read(Path file, Dataset dataset, Consumer consumer);

    /** Takes one row. */
    interface Consumer {
        /**
         * @param json one JSON object
         * @param row its number in the file, from 1
         */
        void accept(String json, long row);
    }
}
