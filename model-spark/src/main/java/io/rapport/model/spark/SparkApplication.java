package io.rapport.model.spark;

import io.rapport.core.error.RapportException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSessionBuilder;
import org.apache.spark.sql.classic.SparkSession;

/**
 * The one Spark application of a process. One that Rapport starts listens on loopback where it runs on this machine, and
 * shows no page.
 */
public final class SparkApplication implements AutoCloseable {

    private static final String SHUFFLE_TASKS = "spark.sql.shuffle.partitions";
    private static final int LEAST_SHUFFLE_TASKS = 64;

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
            SparkSessionBuilder builder = SparkSettings.builder()
                    .master(master.url())
                    .config("spark.local.dir", folder.resolve("shuffle").toString())
                    .config(
                            "spark.sql.warehouse.dir",
                            folder.resolve("warehouse").toUri().toString())
                    .config("spark.ui.enabled", false)
                    .config("spark.eventLog.enabled", false)
                    // It reads a whole column of a row group into direct memory, and waits for 300 seconds where that
                    // is short.
                    .config("spark.hadoop.parquet.hadoop.vectored.io.enabled", false)
                    // To ask for the sizes of many files it would start a task for each: this thread asks in no time.
                    .config("spark.sql.sources.parallelPartitionDiscovery.threshold", Integer.MAX_VALUE)
                    .config("spark.sql.shuffle.partitions", Math.max(1, master.tasks()));
            if (master.isThisMachine()) {
                builder = builder.config("spark.driver.bindAddress", "127.0.0.1")
                        .config("spark.driver.host", "127.0.0.1");
            } else {
                // Executors call what of the models' functions is ours.
                builder = builder.config("spark.jars", ownProgram());
            }
            return new SparkApplication((SparkSession) builder.getOrCreate());
        } catch (Exception e) {
            throw SparkErrors.explain("Starting Spark", e);
        }
    }

    private static String ownProgram() throws URISyntaxException {
        return ShortKey.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .toString();
    }

    /**
     * The one that {@code spark-submit} or a platform made ready: master, memory, log and pages are its own. Only how many
     * tasks a shuffle makes is chosen where nobody said it: four for each core there is, at least 64; Spark joins small ones.
     */
    public static SparkApplication submitted() {
        try {
            boolean isChosen = new SparkConf().contains(SHUFFLE_TASKS);
            SparkSession spark = (SparkSession) SparkSettings.builder().getOrCreate();
            SparkSettings.apply(spark.conf());
            if (!isChosen) {
                int cores = spark.sparkContext().defaultParallelism();
                spark.conf().set(SHUFFLE_TASKS, Math.max(LEAST_SHUFFLE_TASKS, 4L * cores));
            }
            return new SparkApplication(spark);
        } catch (Exception e) {
            throw SparkErrors.explain("Starting Spark", e);
        }
    }

    /** The session that all others of the application are made from. */
    public SparkSession session() {
        return spark;
    }

    @Override
    public void close() {
        spark.stop();
    }
}
