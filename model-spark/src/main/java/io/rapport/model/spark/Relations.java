package io.rapport.model.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.command.ViewHelper$;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a session has built. A small relation over small ones stays with the driver as rows, so that what reads it needs
 * no file and often no task; every other one is a Parquet folder.
 */
final class Relations {

    private final SparkSession spark;
    private final WorkFolder folder;
    private final DriverRows driverRows;
    private int files;

    Relations(SparkSession spark, WorkFolder folder, DriverRows driverRows) {
        this.spark = spark;
        this.folder = folder;
        this.driverRows = driverRows;
    }

    /** Computes the rows and makes them readable under the name. */
    void keep(String name, Dataset<Row> rows) {
        Optional<LocalRelation> held = driverRows.find(rows);
        if (held.isPresent()) {
            view(name, driverRows.relation(held.get()));
            return;
        }
        String path = folder.uri("relation-" + ++files);
        rows.write().parquet(path);
        view(name, spark.read().schema(rows.schema()).parquet(path));
    }

    /** Makes rows readable under the name. As a command it would be analyzed, optimized and planned like a query. */
    void view(String name, Dataset<Row> rows) {
        LogicalPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .analyzed();
        SessionCatalog catalog = spark.sessionState().catalog();
        catalog.createTempView(
                name,
                ViewHelper$.MODULE$.createTemporaryViewRelation(
                        new TableIdentifier(name),
                        spark,
                        true,
                        catalog::getRawTempView,
                        Option.empty(),
                        plan,
                        plan,
                        CollectionConverters.asScala(List.<String>of()).toSeq(),
                        Option.empty()),
                true);
    }

    /** Removes every file. */
    void close() {
        folder.delete();
    }
}
