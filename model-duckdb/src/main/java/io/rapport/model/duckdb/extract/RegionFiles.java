package io.rapport.model.duckdb.extract;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.manifest.Durable;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.duckdb.DuckDbRunSession;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractFolder;
import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of an extraction, a region after the other, a file a month; those that were finished before stay. While
 * one is written, the one before is brought to the disk and its fingerprint is taken. For one thread.
 */
final class RegionFiles implements AutoCloseable {

    private final DuckDbRunSession session;
    private final ExtractSql sql;
    private final List<String> partitions;
    private final ExtractFolder folder;
    private final Progress progress;
    private final long expected;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "fingerprints");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Written last;
    private long written;

    /** A file that is there and not finished yet. */
    private record Written(String name, long rows, Future<String> digest) {}

    /** @param expected rows in all, or -1 where nobody counted */
    RegionFiles(
            DuckDbRunSession session,
            ExtractSql sql,
            Snapshot snapshot,
            ExtractFolder folder,
            Progress progress,
            long expected) {
        this.session = session;
        this.sql = sql;
        this.partitions = LakeSql.partitions(snapshot, sql.plan().dataset());
        this.folder = folder;
        this.progress = progress;
        this.expected = expected;
    }

    RegionExtract write(String region, long mailboxes) {
        List<String> names = new ArrayList<>();
        for (String partition : partitions) {
            progress.report("Writing " + region + ", " + partition, written, expected);
            String month = partition.equals("none") && partitions.size() == 1 ? "all" : partition;
            String name = region + "/" + month + "." + sql.plan().format().extension();
            written += folder.findFinished(name)
                    .map(ExtractedFile::rows)
                    .orElseGet(() -> writeFile(name, partition, region));
            names.add(name);
        }
        finishLast();
        progress.report("Written " + region, written, expected);
        List<ExtractedFile> files = names.stream()
                .map(name -> folder.findFinished(name).orElseThrow())
                .filter(file -> file.rows() > 0)
                .map(file -> new ExtractedFile(
                        file.name().substring(region.length() + 1), file.rows(), file.bytes(), file.sha256()))
                .toList();
        long rows = files.stream().mapToLong(ExtractedFile::rows).sum();
        return new RegionExtract(region, mailboxes, rows, files);
    }

    private long writeFile(String name, String partition, String region) {
        Path half = folder.begin(name);
        long rows = session.count("extracting " + sql.plan().dataset(), sql.copy(partition, region, half));
        finishLast();
        if (rows == 0) {
            folder.leaveOut(name);
        } else {
            last = new Written(name, rows, beside.submit(() -> digest(half)));
        }
        return rows;
    }

    private void finishLast() {
        Written file = last;
        last = null;
        if (file != null) {
            ExtractedFile unused = folder.finish(file.name(), file.rows(), result(file.digest()));
        }
    }

    private static String result(Future<String> digest) {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return digest.get();
                } catch (InterruptedException meanwhile) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RapportException ours) {
                throw ours;
            }
            throw new IllegalStateException(e);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String digest(Path file) {
        try {
            return Durable.digestAndSync(file);
        } catch (IOException e) {
            throw new RapportException(
                    ExtractError.EXTRACT_FILE,
                    file + " can't be read back. Check that the disk has room and is sound.",
                    e);
        }
    }

    /** The last file that was written whole is kept, whatever became of the next one. */
    @Override
    public void close() {
        try {
            finishLast();
        } finally {
            beside.shutdownNow();
        }
    }
}
