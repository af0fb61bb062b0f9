package io.rapport.bench.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of this program; closing it ends its input, at which it ends. */
public final class BenchProcess implements AutoCloseable {

    private static final String MAIN = "io.rapport.bench.Main";

    private final Process process;

    private BenchProcess(Process process) {
        this.process = process;
    }

    /** @param options of Java */
    public static BenchProcess start(List<String> options, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(words);
        return new BenchProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The first line that it prints. */
    public List<String> firstLine() throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? List.of() : List.of(line.split(" ", -1));
    }

    /** Processor seconds that it took so far. */
    public double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }

    /** Waits for its end. */
    public void await() throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("a measuring process ended with " + code + "; see above");
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
