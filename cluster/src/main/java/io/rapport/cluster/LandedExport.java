package io.rapport.cluster;

import io.rapport.core.dataset.Dataset;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;

/**
 * What came of a dataset's exports: rows that passed the gate, as Parquet in the work folder.
 *
 * @param rows URI of the folder with the rows that passed, and why others did not
 * @param repeated URI of the folder with the places of rows that a later one of the same key replaces; empty: there are none
 * @param read rows in the files
 * @param rejected rows that did not pass, by reason
 * @param replaced rows in {@code repeated}
 */
record LandedExport(
        Dataset dataset, String rows, String repeated, long read, Map<String, Long> rejected, long replaced) {

    private static final String PLACE = "_file int, _position long, _n long";

    LandedExport {
        rejected = Map.copyOf(rejected);
    }

    long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Rows that count. */
    long visible() {
        return read - rejectedRows() - replaced;
    }

    /** The rows that count, one per key. */
    org.apache.spark.sql.Dataset<Row> visible(SparkSession spark, String schema) {
        org.apache.spark.sql.Dataset<Row> all = spark.read()
                .schema(schema + ", " + PLACE + ", _reject string")
                .parquet(rows)
                .where("_reject is null");
        org.apache.spark.sql.Dataset<Row> latest = repeated.isEmpty()
                ? all
                : all.join(
                        spark.read().schema(PLACE).parquet(repeated),
                        new String[] {"_file", "_position", "_n"},
                        "left_anti");
        return latest.drop("_file", "_position", "_n", "_reject");
    }
}
