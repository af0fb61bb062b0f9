package io.rapport.connect.dataconnect;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.progress.Progress;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Imports Graph Data Connect exports: all files or none, each file's bytes once. Every file is looked at and hashed
 * before the first row lands, so that a known or unreadable one costs no landing; a second reading is cheap beside
 * parsing, and Parquet is read by an engine that hashes nothing. Thread-safe as far as its {@link Landing} is.
 */
public final class ExportImport {

    private final Landing landing;
    private final ParquetLines parquet;
    private final RejectLog rejectLog;
    private final ImportLimits limits;
    private final JsonFactory json;

    public ExportImport(Landing landing, ParquetLines parquet, RejectLog rejectLog, ImportLimits limits) {
        this.landing = landing;
        this.parquet = parquet;
        this.rejectLog = rejectLog;
        this.limits = limits;
        this.json = JsonFactory.builder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(limits.constraints())
                .build();
    }

    /**
     * Lands the rows of all files in one commit and remembers each file by the SHA-256 of its bytes (checkpoint scope
     * {@code import/<dataset>}): the same bytes again, under whatever name, change nothing.
     *
     * @param dataset under which the rows land
     * @param paths files, and folders with everything below them
     * @param progress hears bytes done of all bytes, as they lie on disk
     * @throws io.rapport.core.error.RapportException with a {@link io.rapport.connect.ConnectError}; nothing was
     *     committed then
     */
    public ImportSummary run(Dataset dataset, Collection<Path> paths, Progress progress) {
        List<Path> found = ExportFiles.find(paths);
        List<ExportFile> fresh = fresh(dataset, inspect(found, progress));
        int known = found.size() - fresh.size();
        if (fresh.isEmpty()) {
            return new ImportSummary(found.size(), known, 0, 0, 0, 0, 0, 0);
        }
        try (Landing.Batch batch = landing.open()) {
            ImportReading reading =
                    new ImportReading(dataset, batch, json, parquet, limits, rejectLog, progress, bytes(fresh));
            List<Checkpoint> checkpoints = new ArrayList<>();
            for (ExportFile file : fresh) {
                long rows = reading.read(file);
                checkpoints.add(new Checkpoint(scope(dataset), file.sha256(), Long.toString(rows)));
            }
            reading.rejects().requireShareWithin(limits.rejectShare(), reading.rows());
            fresh.forEach(ExportFile::requireUnchanged);
            return summary(found.size(), known, reading, batch.commit(checkpoints));
        }
    }

    /**
     * Lands the rows of one export that comes as a stream and rests in no file, in one commit. Nothing remembers it: the
     * same stream again is read again, and its rows are unchanged then.
     *
     * @param text JSON in UTF-8, from its first byte; the caller closes it
     * @param name what messages call it
     * @throws io.rapport.core.error.RapportException with a {@link io.rapport.connect.ConnectError}; nothing was
     *     committed then
     */
    public ImportSummary run(Dataset dataset, InputStream text, Path name, Progress progress) {
        try (Landing.Batch batch = landing.open()) {
            ImportReading reading = new ImportReading(dataset, batch, json, parquet, limits, rejectLog, progress, 0);
            reading.read(text, name);
            reading.rejects().requireShareWithin(limits.rejectShare(), reading.rows());
            return summary(1, 0, reading, batch.commit(List.of()));
        }
    }

    private static ImportSummary summary(int files, int known, ImportReading reading, Landing.Landed landed) {
        return new ImportSummary(
                files,
                known,
                reading.rows(),
                landed.added(),
                landed.replaced(),
                landed.unchanged(),
                landed.superseded(),
                reading.rejects().count(),
                landed.former());
    }

    private static long bytes(List<ExportFile> files) {
        return files.stream().mapToLong(ExportFile::bytes).sum();
    }

    private static String scope(Dataset dataset) {
        return "import/" + dataset.name();
    }

    private List<ExportFile> inspect(List<Path> paths, Progress progress) {
        long total = 0;
        for (Path path : paths) {
            total += path.toFile().length();
        }
        long[] done = {0};
        long all = total;
        List<ExportFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(ExportFile.inspect(path, limits, bytes -> {
                done[0] += bytes;
                progress.report(
                        paths.size() == 1 ? "Checking 1 file" : "Checking " + paths.size() + " files", done[0], all);
            }));
        }
        return files;
    }

    /** Those whose bytes were not imported before, each content once. */
    private List<ExportFile> fresh(Dataset dataset, List<ExportFile> files) {
        Set<String> seen = new HashSet<>();
        return files.stream()
                .filter(file -> seen.add(file.sha256())
                        && landing.findCheckpoint(scope(dataset), file.sha256()).isEmpty())
                .toList();
    }
}
