package io.rapport.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** Spark's own master and two workers with a core each, as processes on loopback. */
final class StandaloneCluster implements AutoCloseable {

    private static final Path JARS =
            Path.of("..", "model-spark", "target", "lib").toAbsolutePath().normalize();
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Path home;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    /** @param folder an empty one */
    StandaloneCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = Files.createDirectories(folder.resolve("spark-home"));
        assembleJars();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        master = start(
                "master",
                List.of("-Xmx256m"),
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        port + "",
                        "--webui-port",
                        "0"));
        requireAnswer();
        for (int i = 0; i < 2; i++) {
            workers.add(start(
                    "worker-" + i,
                    List.of("-Xmx256m"),
                    List.of(
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--cores",
                            "1",
                            "--memory",
                            "700m",
                            "--webui-port",
                            "0",
                            "--work-dir",
                            folder.resolve("work-" + i).toString(),
                            url())));
        }
    }

    /** Submits the jar with these words; standard error goes with standard output. */
    Process submit(Path jar, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", url()));
        for (String setting : List.of(
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.ui.enabled=false",
                "spark.executor.memory=512m",
                "spark.executor.cores=1",
                "spark.cores.max=2",
                "spark.executor.extraJavaOptions=" + QUICK,
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "spark.sql.shuffle.partitions=3")) {
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

    /** As when its machine is switched off: the worker and what it started are gone. */
    void loseWorker() {
        Process worker = workers.get(0);
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    /** What executors wrote before they went, for a test's message. */
    String executorLogs() throws IOException {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.endsWith("stderr")).toList()) {
                logs.append(file).append('\n').append(Files.readString(file));
            }
        }
        return logs.toString();
    }

    private String url() {
        return "spark://127.0.0.1:" + port;
    }

    private Process start(@org.jspecify.annotations.Nullable String log, List<String> options, List<String> words)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
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

    private void requireAnswer() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 5; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                if (master.waitFor(200, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException("no master: " + Files.readString(folder.resolve("master.log")));
    }

    @Override
    public void close() {
        workers.forEach(worker -> {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        });
        master.destroyForcibly();
    }
}
