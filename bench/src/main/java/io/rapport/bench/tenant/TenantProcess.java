package io.rapport.bench.tenant;

import io.rapport.bench.measure.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A tenant's server in a process of its own. Not thread-safe. */
public final class TenantProcess implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final Process process;
    private final Path figures;
    private final TenantAddress address;
    private final double startSeconds;

    private TenantProcess(Process process, Path figures, TenantAddress address, double startSeconds) {
        this.process = process;
        this.figures = figures;
        this.address = address;
        this.startSeconds = startSeconds;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param command runs {@link TenantServer#serve} over its standard streams and writes its figures into a file
     * @param figures that file
     */
    public static TenantProcess start(List<String> command, Path figures) throws IOException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !TenantAddress.isOne(line)) {
            line = said.readLine();
        }
        if (line == null) {
            process.destroy();
            throw new IOException("the tenant's process ended before it listened; see above");
        }
        return new TenantProcess(process, figures, TenantAddress.of(line), (System.nanoTime() - begin) / NANOS);
    }

    public TenantAddress address() {
        return address;
    }

    /** From the process's start until it listened, by the clock. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Ends it. */
    public Figures stop() throws IOException {
        process.getOutputStream().close();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("the tenant's process ended with " + code + "; see above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
        return Figures.read(figures);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
