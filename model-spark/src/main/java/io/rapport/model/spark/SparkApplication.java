package io.rapport.model.spark;

import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import org.apache.spark.sql.classic.SparkSession;

/** The one Spark application of a process. It listens on loopback where it runs on this machine, and shows no page. */
public final class SparkApplication implements AutoCloseable {

    private final SparkSession spark;

    private SparkApplication(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Starts it.
     *
     * @param folder for what doesn't fit into memory; emptied at the end by whoever made it
     * @throws RapportException {@link SparkError#SPARK_UNREACHABLE}
     */
    public static SparkApplication start(SparkMaster master, Path folder) {
        master.requireAnswer();
        try {
            org.apache.spark.sql.SparkSession.Builder builder = org.apache.spark.sql.SparkSession.builder()
                    .master(master.url())
                    .appName("rapport")
                    .config("spark.local.dir", folder.resolve("shuffle").toString())
                    .config(
                            "spark.sql.warehouse.dir",
                            folder.resolve("warehouse").toUri().toString())
                    .config("spark.ui.enabled", false)
                    .config("spark.eventLog.enabled", false)
                    .config("spark.sql.shuffle.partitions", Math.max(1, master.tasks()))
                    // Times are naive and UTC, as the lake has them; Z is what Spark itself calls UTC.
                    .config("spark.sql.session.timeZone", "Z")
                    .config("spark.sql.timestampType", "TIMESTAMP_NTZ")
                    .config("spark.sql.datetime.java8API.enabled", true)
                    .config("spark.sql.artifact.isolation.enabled", false)
                    .config("spark.sql.ui.explainMode", "simple")
                    // More than the models need, so that code is compiled once in a process.
                    .config("spark.sql.codegen.cache.maxEntries", 2_000)
                    // A check of Spark's own optimizer, after each of its steps.
                    .config("spark.sql.lightweightPlanChangeValidation", false)
                    .config("spark.sql.parquet.compression.codec", "zstd");
            if (master.isThisMachine()) {
                builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.driver.host", "127.0.0.1");
            }
            return new SparkApplication((SparkSession) builder.getOrCreate());
        } catch (Exception e) {
            throw SparkErrors.explain("Starting Spark", e);
        }
    }

    SparkSession session() {
        return spark;
    }

    @Override
    public void close() {
        spark.stop();
    }
}
