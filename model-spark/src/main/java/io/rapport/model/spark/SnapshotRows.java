package io.rapport.model.spark;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Snapshot;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/** The datasets of one snapshot of a lake. */
record SnapshotRows(Snapshot snapshot) implements LandedRows {

    @Override
    public org.apache.spark.sql.Dataset<Row> rows(SparkSession spark, Dataset dataset) {
        return new LandedFiles(spark, snapshot, dataset).rows();
    }

    @Override
    public long mostRows(Dataset dataset) {
        return LandedFiles.rows(snapshot, dataset);
    }
}
