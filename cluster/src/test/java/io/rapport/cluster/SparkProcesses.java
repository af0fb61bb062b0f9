package io.rapport.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.jspecify.annotations.Nullable;

/** Spark's own programs as processes of this machine, from a folder that is made as a distribution is. */
final class SparkProcesses {

    static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final Path JARS =
            Path.of("..", "model-spark", "target", "lib").toAbsolutePath().normalize();

    private final Path folder;
    private final Path home;

    /** @param folder an empty one */
    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("spark-home"));
        assembleJars();
    }

    /** Submits the jar with these words; standard error goes with standard output. */
    Process submit(String master, List<String> settings, Path jar, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        List<String> all = new ArrayList<>(List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.sql.shuffle.partitions=3"));
        all.addAll(settings);
        for (String setting : all) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", "io.rapport.cluster.Main", jar.toString()));
        command.addAll(words);
        List<String> options = new ArrayList<>(List.of("-Xmx768m"));
        options.addAll(Arrays.stream(JavaModuleOptions.defaultModuleOptions().split(" "))
                .filter(option -> !option.isBlank())
                .toList());
        return start(null, options, command);
    }

    /** @param log name of the file for what it says; null where whoever starts it reads that */
    Process start(@Nullable String log, List<String> options, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(QUICK.split(" ")));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        // Spark's own scripts set it.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (log != null) {
            builder.redirectOutput(folder.resolve(log + ".log").toFile());
        }
        return builder.start();
    }

    /** Spark's own jars, as a distribution has them: ours come with the submitted one. */
    private void assembleJars() throws IOException {
        Path jars = Files.createDirectory(home.resolve("jars"));
        try (Stream<Path> found = Files.list(JARS)) {
            for (Path jar : found.toList()) {
                String name = String.valueOf(jar.getFileName());
                if (Stream.of("core-", "model-", "fastcsv", "snakeyaml-engine", "jspecify")
                        .noneMatch(name::startsWith)) {
                    Files.createSymbolicLink(jars.resolve(name), jar);
                }
            }
        }
    }
}
