package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Submits the jar with Spark's own {@code SparkSubmit}, in processes of their own. */
public final class Submission {

    private static final int DRIVER_MEMORY = 1_000;
    private static final int WORKERS = 2;

    private final Path program;
    private final Path jar;
    private final int heap;

    /**
     * @param program Spark's program, beside whose {@code lib} Spark's jars lie
     * @param jar for {@code spark-submit}
     * @param heap of all that tasks run in, together, in megabytes
     */
    public Submission(Path program, Path jar, int heap) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there: start this with ./rapport bench cluster");
        }
        this.program = program;
        this.jar = jar;
        this.heap = heap;
    }

    /**
     * Waits for the end of a run.
     *
     * @param folder not there yet; what Spark puts on disks lies in it
     * @param out where the tables shall lie
     */
    public Watched run(Platform platform, Path folder, Path spec, Path exports, LocalDate asOf, Path out)
            throws IOException {
        SparkHome spark = new SparkHome(program, folder);
        List<String> words = List.of(
                spec.toString(),
                "--exports",
                exports.toUri().toString(),
                "--as-of",
                asOf.toString(),
                "--work",
                folder.resolve("disk").resolve("built").toUri().toString(),
                "--out",
                out.toUri().toString());
        try {
            if (platform == Platform.LOCAL) {
                return run(spark, "local[2]", heap, List.of(), words, List.of());
            }
            int each = heap / WORKERS;
            try (StandaloneMaster master = new StandaloneMaster(spark, each)) {
                List<String> settings = List.of(
                        "spark.executor.memory=" + each + "m",
                        "spark.executor.cores=1",
                        "spark.cores.max=" + WORKERS,
                        "spark.scheduler.minRegisteredResourcesRatio=1.0");
                return run(spark, master.url(), DRIVER_MEMORY, settings, words, master.processes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a run on Spark was measured", e);
        }
    }

    private Watched run(
            SparkHome spark, String master, int memory, List<String> settings, List<String> words, List<Process> others)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx" + memory + "m"));
        options.addAll(spark.opened());
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        List<String> all = new ArrayList<>(
                List.of("spark.ui.enabled=false", "spark.driver.host=127.0.0.1", "spark.driver.bindAddress=127.0.0.1"));
        all.addAll(settings);
        for (String setting : all) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", "io.rapport.cluster.Main", jar.toString()));
        command.addAll(words);
        Process driver = spark.start("driver", options, command);
        try {
            Watched watched = new ProcessWatch(driver, others, spark.folder().resolve("disk")).run();
            if (driver.exitValue() != 0) {
                throw new IllegalStateException("the run on Spark ended with " + driver.exitValue() + ":\n"
                        + Files.readString(spark.log("driver")));
            }
            return watched;
        } finally {
            driver.destroyForcibly();
        }
    }
}
