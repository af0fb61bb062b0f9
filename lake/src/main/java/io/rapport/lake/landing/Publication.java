package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.landing.Outcome.OutcomeFile;
import io.rapport.lake.manifest.Durable;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.NewFile;
import io.rapport.lake.parquet.ColumnSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings staged files to where they will stay: digested, safe on disk, renamed. Can be taken back until recorded. */
final class Publication {

    private final DuckDbSession session;
    private final HomeLayout layout;
    private final String batch;
    private final List<Move> moves = new ArrayList<>();
    private int number;

    private record Move(Path from, Path datasetFolder, Path folder, Path to) {}

    private record Times(
            @Nullable Instant earliest, @Nullable Instant latest) {}

    /** @param first the number of the first file, which no file of this batch has borne yet */
    Publication(DuckDbSession session, HomeLayout layout, String batch, int first) {
        this.session = session;
        this.layout = layout;
        this.batch = batch;
        this.number = first;
    }

    /** Digests the files and forces them to disk; they are still where they were. */
    List<NewFile> prepare(List<Outcome> outcomes) {
        List<NewFile> files = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Map<String, Times> times = times(outcome);
            for (OutcomeFile file : outcome.files()) {
                files.add(prepare(outcome.dataset(), file, times));
            }
        }
        return files;
    }

    private NewFile prepare(Dataset dataset, OutcomeFile file, Map<String, Times> times) {
        Path staged = file.file().path();
        Path folder = layout.partition(dataset, file.file().partition());
        Path target = folder.resolve(batch + "-" + number + ".parquet");
        number++;
        moves.add(new Move(staged, layout.lake().resolve(dataset.name()), folder, target));
        Times within = times.getOrDefault(SqlText.path(staged), new Times(null, null));
        try {
            return new NewFile(
                    dataset,
                    file.file().partition(),
                    file.kind(),
                    target,
                    file.file().rows(),
                    file.file().bytes(),
                    within.earliest(),
                    within.latest(),
                    Durable.digestAndSync(staged));
        } catch (IOException e) {
            throw failed(staged, e);
        }
    }

    void move() {
        Set<Path> folders = new LinkedHashSet<>();
        for (Move move : moves) {
            try {
                if (folders.add(move.folder())) {
                    Files.createDirectories(move.folder());
                    folders.add(move.datasetFolder());
                }
                Files.move(move.from(), move.to(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw failed(move.to(), e);
            }
        }
        folders.forEach(Durable::syncFolder);
        Durable.syncFolder(layout.lake());
    }

    /** Puts the files back into staging, where the next check finds them. */
    void takeBack() {
        for (Move move : moves) {
            try {
                Files.move(move.to(), move.from(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw failed(move.from(), e);
            }
        }
    }

    /** Deletes the files where they lie now: what they were for can't be recorded any more. */
    void discard() {
        for (Move move : moves) {
            try {
                Files.deleteIfExists(move.to());
            } catch (IOException e) {
                throw failed(move.to(), e);
            }
        }
    }

    int next() {
        return number;
    }

    /** First and last partition time of each file that holds rows of a partitioned dataset. */
    private Map<String, Times> times(Outcome outcome) {
        Dataset dataset = outcome.dataset();
        List<Path> files = outcome.files().stream()
                .filter(file -> file.kind() != io.rapport.core.landing.LandedFile.Kind.REMOVAL)
                .map(file -> file.file().path())
                .toList();
        Map<String, Times> times = new HashMap<>();
        if (dataset.isPartitioned() && !files.isEmpty()) {
            String time = ColumnSql.partitionTime(dataset);
            session.list(
                            "measuring " + dataset,
                            "select filename, min(" + time + "), max(" + time + ") from read_parquet("
                                    + SqlText.files(files)
                                    + ", hive_partitioning = false, filename = true) group by filename",
                            row -> Map.entry(
                                    row.getString(1),
                                    new Times(
                                            instant(row.getObject(2, LocalDateTime.class)),
                                            instant(row.getObject(3, LocalDateTime.class)))))
                    .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
        }
        return times;
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static RapportException failed(Path file, IOException e) {
        return new RapportException(
                LakeError.HOME_FAILED,
                "The file " + file + " can't be written. Check the disk's free space and run it again; nothing was"
                        + " committed.",
                e);
    }
}
