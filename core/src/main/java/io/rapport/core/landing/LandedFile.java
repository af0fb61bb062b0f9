package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;

/**
 * A Parquet file of the lake.
 *
 * @param dataset whose rows it holds
 * @param path where it lies
 * @param kind what its rows mean
 * @param commit the commit that added it: of two versions of a key the one with the higher commit counts
 * @param partition month of the partition date as {@code yyyy-MM}, or {@code none}
 * @param rows number of rows
 * @param bytes size in bytes
 */
public record LandedFile(Dataset dataset, Path path, Kind kind, long commit, String partition, long rows, long bytes) {

    /** What the rows of a file mean to a reader. */
    public enum Kind {
        /** Rows whose keys no other base file holds. */
        BASE,
        /** Newer versions: they hide rows with the same key in files of earlier commits. */
        CHANGE,
        /** Keys only: they hide rows with the same key in files of earlier commits. */
        REMOVAL
    }
}
