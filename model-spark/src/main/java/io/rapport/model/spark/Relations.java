package io.rapport.model.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.classic.SparkSession;

/**
 * What a session has built. A small relation over small ones stays with the driver as rows, so that what reads it needs
 * no file and often no task; every other one is a Parquet folder.
 */
final class Relations {

    private final SparkSession spark;
    private final Path folder;
    private final DriverRows driverRows;
    private int files;

    Relations(SparkSession spark, Path folder, DriverRows driverRows) {
        this.spark = spark;
        this.folder = folder;
        this.driverRows = driverRows;
    }

    /** Computes the rows and makes them readable under the name. */
    void keep(String name, Dataset<Row> rows) {
        Optional<LocalRelation> held = driverRows.find(rows);
        if (held.isPresent()) {
            driverRows.relation(held.get()).createOrReplaceTempView(name);
            return;
        }
        String path = folder.resolve("relation-" + ++files).toUri().toString();
        rows.write().parquet(path);
        spark.read().schema(rows.schema()).parquet(path).createOrReplaceTempView(name);
    }

    /** Removes every file. */
    void close() {
        Folders.delete(folder);
    }
}
