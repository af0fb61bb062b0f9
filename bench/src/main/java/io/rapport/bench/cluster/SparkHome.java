package io.rapport.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Spark's own jars in a folder as a distribution has it, and its programs as processes of this machine. */
public final class SparkHome {

    /** Come with the submitted jar. */
    private static final List<String> OURS = List.of("core-", "model-", "fastcsv", "snakeyaml-engine", "jspecify");

    private final Path folder;
    private final Path program;

    /**
     * @param program Spark's program, beside whose {@code lib} Spark's jars lie
     * @param folder not there yet; for logs, and for what processes put on their disks
     */
    public SparkHome(Path program, Path folder) throws IOException {
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(program + " is not there: start this with ./rapport bench cluster");
        }
        this.program = program;
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
        try (Stream<Path> found = Files.list(program.resolveSibling("lib"))) {
            for (Path jar : found.toList()) {
                String name = String.valueOf(jar.getFileName());
                if (OURS.stream().noneMatch(name::startsWith)) {
                    Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
                }
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** What it says goes to a file, and with it Spark's text, which may quote rows: they are made up. */
    Process start(String log, List<String> options, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", folder.resolve("home").resolve("jars") + "/*"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        // Spark's own scripts set it.
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment()
                .put(
                        "SPARK_LOCAL_DIRS",
                        folder.resolve("disk").resolve("shuffle").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectOutput(log(log).toFile()).start();
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** What Spark's own launcher opens of Java. */
    List<String> opened() throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile packed = new JarFile(program.toFile())) {
            for (String opened : packed.getManifest()
                    .getMainAttributes()
                    .getValue("Add-Opens")
                    .split(" ", -1)) {
                options.add("--add-opens=" + opened + "=ALL-UNNAMED");
            }
        }
        return options;
    }
}
