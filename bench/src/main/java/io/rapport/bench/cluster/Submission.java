package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Submits the jar with Spark's own {@code SparkSubmit}, in a process of its own. */
public final class Submission {

    private static final List<String> OURS = List.of("core-", "model-", "fastcsv", "snakeyaml-engine", "jspecify");

    private final Path program;
    private final Path jar;

    /**
     * @param program Spark's program, beside whose {@code lib} Spark's jars lie
     * @param jar for {@code spark-submit}
     */
    public Submission(Path program, Path jar) {
        for (Path needed : List.of(program, jar)) {
            if (!Files.isRegularFile(needed)) {
                throw new IllegalStateException(
                        needed + " is not there: build it with ./mvnw -DskipTests package -pl cluster -am");
            }
        }
        this.program = program;
        this.jar = jar;
    }

    /**
     * Waits for the end of a run.
     *
     * @param memory of the process's heap, in megabytes
     * @return seconds by the clock, Spark's start included
     */
    public double run(String master, int memory, Path spec, Path exports, Path out) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memory + "m"));
        try (JarFile packed = new JarFile(program.toFile())) {
            for (String opened : packed.getManifest()
                    .getMainAttributes()
                    .getValue("Add-Opens")
                    .split(" ", -1)) {
                command.add("--add-opens=" + opened + "=ALL-UNNAMED");
            }
        }
        command.addAll(List.of("-cp", sparkJars(), "org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
        command.addAll(List.of("--conf", "spark.local.dir=" + out.resolveSibling("shuffle")));
        command.addAll(List.of("--class", "io.rapport.cluster.Main", jar.toString()));
        command.addAll(List.of(spec.toString(), "--exports", exports.toUri().toString()));
        command.addAll(List.of("--as-of", "2026-10-31", "--out", out.toUri().toString()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("the run on Spark ended with " + code + "; see above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while a run on Spark was measured", e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String sparkJars() throws IOException {
        try (Stream<Path> jars = Files.list(program.resolveSibling("lib"))) {
            return jars.filter(one -> OURS.stream()
                            .noneMatch(own -> String.valueOf(one.getFileName()).startsWith(own)))
                    .map(Path::toString)
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
