package io.rapport.serve.web;

import io.rapport.core.error.RapportException;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.model.duckdb.export.ExportTable;
import io.rapport.model.duckdb.export.ExportWriter;
import io.rapport.serve.export.ExportError;
import io.rapport.serve.home.Home;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Sends tables as files. One is written to the home's temporary folder, then sent, then deleted: memory holds a few rows, and
 * what can't be written is an error page instead of half a file. Two are written at a time. Thread-safe.
 */
public final class Downloads implements AutoCloseable {

    private static final int AT_ONCE = 2;
    /** Bytes that go to the connection at once; in pieces as small as usual, sending costs as much again. */
    private static final int BUFFER = 1 << 18;

    private static final int PATIENCE_SECONDS = 20;
    private static final long MEMORY = 192L << 20;
    private static final String PREFIX = "download-";
    private static final Duration KEPT = Duration.ofDays(1);

    private final Home home;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Deque<ExportWriter> idle = new ConcurrentLinkedDeque<>();

    /** Files that a process left behind when it died a day ago or more are deleted now. */
    public Downloads(Home home, InstantSource instants) {
        this.home = home;
        sweep(instants.instant().minus(KEPT));
    }

    /** @throws RapportException {@link ExportError#EXPORT_BUSY}, or of a full disk */
    public void send(HttpServletResponse response, ExportTable table, ExportFormat format) throws IOException {
        Path file = home.temporary().resolve(PREFIX + UUID.randomUUID());
        try {
            write(table, format, file);
            send(response, file, table.name(), format);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Sends a file that is there. */
    public void send(HttpServletResponse response, Path file, String name, ExportFormat format) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            OutputStream out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        }
    }

    private void write(ExportTable table, ExportFormat format, Path file) throws IOException {
        if (!hasTurn()) {
            throw new RapportException(
                    ExportError.EXPORT_BUSY,
                    "Other exports are being made just now, " + AT_ONCE + " at a time. Try again in a minute.");
        }
        try {
            Files.createDirectories(home.temporary());
            ExportWriter writer = writer();
            try {
                long unused = writer.write(table, format, file);
            } catch (RuntimeException failed) {
                writer.close();
                throw failed;
            }
            idle.push(writer);
        } finally {
            turns.release();
        }
    }

    /** One that has written before, if there is one: starting an engine takes longer than writing a small table. */
    private ExportWriter writer() {
        ExportWriter kept = idle.poll();
        return kept != null ? kept : new ExportWriter(new DuckDbSettings(MEMORY, AT_ONCE, home.temporary()));
    }

    /** What is being written then comes to its end, and its engine with the process. */
    @Override
    public void close() {
        for (ExportWriter kept = idle.poll(); kept != null; kept = idle.poll()) {
            kept.close();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void sweep(Instant before) {
        if (!Files.isDirectory(home.temporary())) {
            return;
        }
        try (Stream<Path> found = Files.list(home.temporary())) {
            List<Path> left = found.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                    .toList();
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException goneMeanwhile) {
            // Somebody else deletes them too; the next start looks again.
        }
    }
}
