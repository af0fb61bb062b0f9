package io.rapport.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Spark's own master and two workers with a core each, as processes on loopback. */
final class StandaloneCluster implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final SparkProcesses processes;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    /** @param folder an empty one */
    StandaloneCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.processes = new SparkProcesses(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        master = processes.start(
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
            workers.add(processes.start(
                    "worker-" + i,
                    List.of("-Xmx256m"),
                    List.of(
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--cores",
                            "1",
                            "--memory",
                            "1100m",
                            "--webui-port",
                            "0",
                            "--work-dir",
                            folder.resolve("work-" + i).toString(),
                            url())));
        }
    }

    /** Submits the jar with these words; standard error goes with standard output. */
    Process submit(Path jar, List<String> words) throws IOException {
        return processes.submit(
                url(),
                List.of(
                        "spark.executor.memory=512m",
                        "spark.executor.cores=1",
                        "spark.cores.max=2",
                        "spark.executor.extraJavaOptions=" + SparkProcesses.QUICK,
                        "spark.scheduler.minRegisteredResourcesRatio=1.0"),
                jar,
                words);
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

    String url() {
        return "spark://127.0.0.1:" + port;
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
