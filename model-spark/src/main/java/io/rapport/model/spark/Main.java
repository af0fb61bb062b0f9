package io.rapport.model.spark;

import io.rapport.model.remote.EngineServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Spark in a process of its own: is asked on standard input, answers on standard output, and ends when nobody asks any
 * more. Two words: the master, and a folder of its own that whoever starts it removes.
 */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        InputStream questions = System.in;
        PrintStream answers = System.out;
        // Nobody else may write between the answers.
        System.setOut(System.err);
        // As Spark's own launcher sets them.
        System.setProperty("io.netty.tryReflectionSetAccessible", "true");
        System.setProperty("io.netty.allocator.type", "pooled");
        System.setProperty("io.netty.handler.ssl.defaultEndpointVerificationAlgorithm", "NONE");
        Path folder = Path.of(args[1]);
        try {
            new EngineServer(
                            () -> new SparkEngine(
                                    SparkApplication.start(new SparkMaster(args[0]), folder),
                                    folder,
                                    SparkEngine.DRIVER_ROWS),
                            questions,
                            answers)
                    .serve();
        } finally {
            // Spark's own threads and hooks could take seconds more; there is nothing left to save.
            Runtime.getRuntime().halt(0);
        }
    }
}
