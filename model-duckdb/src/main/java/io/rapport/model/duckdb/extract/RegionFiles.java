package io.rapport.model.duckdb.extract;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.manifest.Durable;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.duckdb.DuckDbRunSession;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractFolder;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractedFile;
import io.rapport.model.extract.RegionExtract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of an extraction, a region after the other, a file a month; those that were finished before stay. */
final class RegionFiles {

    private final DuckDbRunSession session;
    private final ExtractSql sql;
    private final List<String> partitions;
    private final ExtractFolder folder;
    private final Progress progress;
    private final long expected;
    private long written;

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
        List<ExtractedFile> files = new ArrayList<>();
        for (String partition : partitions) {
            progress.report("Writing " + region + ", " + partition, written, expected);
            ExtractedFile file = file(region, partition);
            written += file.rows();
            if (file.rows() > 0) {
                String name = file.name().substring(region.length() + 1);
                files.add(new ExtractedFile(name, file.rows(), file.bytes(), file.sha256()));
            }
        }
        progress.report("Written " + region, written, expected);
        long rows = files.stream().mapToLong(ExtractedFile::rows).sum();
        return new RegionExtract(region, mailboxes, rows, files);
    }

    private ExtractedFile file(String region, String partition) {
        ExtractPlan plan = sql.plan();
        String month = partition.equals("none") && partitions.size() == 1 ? "all" : partition;
        String name = region + "/" + month + "." + plan.format().extension();
        return folder.findFinished(name).orElseGet(() -> {
            Path half = folder.begin(name);
            long rows = session.count("extracting " + plan.dataset(), sql.copy(partition, region, half));
            if (rows == 0) {
                folder.leaveOut(name);
                return new ExtractedFile(name, 0, 0, "");
            }
            return folder.finish(name, rows, digest(half));
        });
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
}
