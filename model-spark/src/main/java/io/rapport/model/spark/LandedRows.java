package io.rapport.model.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/** Where a session's datasets come from: a snapshot's files, or exports on the storage of a cluster. */
public interface LandedRows {

    /**
     * The rows of a dataset, one per key, with all columns of its schema; times are naive and UTC.
     *
     * @param spark the session that asks
     */
    org.apache.spark.sql.Dataset<Row> rows(SparkSession spark, io.rapport.core.dataset.Dataset dataset);

    /** A number that the rows don't exceed. */
    long mostRows(io.rapport.core.dataset.Dataset dataset);
}
