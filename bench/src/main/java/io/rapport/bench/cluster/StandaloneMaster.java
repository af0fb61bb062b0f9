package io.rapport.bench.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Spark's own master and two workers with a core each, on loopback; closing it ends them. */
final class StandaloneMaster implements AutoCloseable {

    private static final int WORKERS = 2;
    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final List<Process> processes = new ArrayList<>();
    private final int port;

    /** @param memory that a worker gives to executors, in megabytes */
    StandaloneMaster(SparkHome spark, int memory) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process master = spark.start(
                "master",
                SMALL,
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--webui-port",
                        "0"));
        processes.add(master);
        try {
            requireAnswer(master);
            for (int i = 0; i < WORKERS; i++) {
                processes.add(spark.start(
                        "worker-" + i,
                        SMALL,
                        List.of(
                                "org.apache.spark.deploy.worker.Worker",
                                "--host",
                                "127.0.0.1",
                                "--cores",
                                "1",
                                "--memory",
                                memory + "m",
                                "--webui-port",
                                "0",
                                "--work-dir",
                                spark.folder().resolve("work-" + i).toString(),
                                url())));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** The master, then the workers; executors are children of these. */
    List<Process> processes() {
        return List.copyOf(processes);
    }

    private void requireAnswer(Process master) throws IOException, InterruptedException {
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
        throw new IOException("Spark's master does not answer");
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
