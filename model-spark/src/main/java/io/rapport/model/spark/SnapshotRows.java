package io.rapport.model.spark;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/**
 * The datasets of one snapshot of a lake.
 *
 * @param places the URI of a file where executors read it
 */
public record SnapshotRows(Snapshot snapshot, Function<LandedFile, String> places) implements LandedRows {

    /** Where the lake itself lies. */
    SnapshotRows(Snapshot snapshot) {
        this(snapshot, file -> file.path().toAbsolutePath().normalize().toUri().toString());
    }

    @Override
    public org.apache.spark.sql.Dataset<Row> rows(SparkSession spark, Dataset dataset) {
        return new LandedFiles(spark, snapshot, dataset, places).rows();
    }

    @Override
    public long mostRows(Dataset dataset) {
        return LandedFiles.rows(snapshot, dataset);
    }
}
