package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import org.apache.hadoop.fs.Path;

/**
 * A file of exports on the cluster's storage.
 *
 * @param number its place among all files: of two rows with one key the one in the later file counts
 * @param dataset whose rows it holds
 * @param bytes its size as it lies there
 * @param format by its content
 */
record ExportFile(int number, Dataset dataset, Path path, long bytes, Format format) {

    /** What a file is. */
    enum Format {
        /** One object a line, compressed or not. */
        JSON_LINES,
        PARQUET
    }

    /** As Spark names it. */
    String uri() {
        return path.toString();
    }
}
