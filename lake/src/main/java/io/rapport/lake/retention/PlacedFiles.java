package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.Durable;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.NewFile;
import io.rapport.lake.manifest.Replacement.Added;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files that were written in a staging folder, on their way to where they will stay. */
final class PlacedFiles {

    private final DuckDbSession session;
    private final HomeLayout layout;
    private final Dataset dataset;
    private final String name;
    private final List<Path> staged = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();

    private record Times(
            @Nullable Instant earliest, @Nullable Instant latest) {}

    /** @param name how the files' names begin: with their writer's, so that nobody sweeps them */
    PlacedFiles(DuckDbSession session, HomeLayout layout, Dataset dataset, String name) {
        this.session = session;
        this.layout = layout;
        this.dataset = dataset;
        this.name = name;
    }

    /** Digests a file and forces it to disk; it is still where it was. */
    void add(Written written, Kind kind, String source, int rank) {
        Path folder = layout.partition(dataset, written.partition());
        Path target = folder.resolve(name + "-" + (staged.size() + 1) + ".parquet");
        Times times = kind == Kind.REMOVAL ? new Times(null, null) : times(written.path());
        try {
            added.add(new Added(
                    new NewFile(
                            dataset,
                            written.partition(),
                            kind,
                            target,
                            written.rows(),
                            written.bytes(),
                            times.earliest(),
                            times.latest(),
                            Durable.digestAndSync(written.path())),
                    source,
                    rank));
        } catch (IOException e) {
            throw failed(written.path(), e);
        }
        staged.add(written.path());
    }

    List<Added> added() {
        return List.copyOf(added);
    }

    /** Moves them, all or none. */
    void place() {
        try {
            move();
        } catch (RapportException failed) {
            discard();
            throw failed;
        }
    }

    private void move() {
        Set<Path> folders = new LinkedHashSet<>();
        for (int i = 0; i < staged.size(); i++) {
            Path target = target(i);
            try {
                Files.createDirectories(target.getParent());
                Files.move(staged.get(i), target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw failed(target, e);
            }
            folders.add(target.getParent());
        }
        folders.forEach(Durable::syncFolder);
        Durable.syncFolder(layout.lake().resolve(dataset.name()));
    }

    /** They can't be recorded any more. */
    void discard() {
        for (int i = 0; i < staged.size(); i++) {
            try {
                Files.deleteIfExists(target(i));
            } catch (IOException e) {
                throw failed(target(i), e);
            }
        }
    }

    private Path target(int number) {
        return added.get(number).file().path();
    }

    private Times times(Path file) {
        if (!dataset.isPartitioned()) {
            return new Times(null, null);
        }
        String time = ColumnSql.partitionTime(dataset);
        return session.list(
                        "measuring " + dataset,
                        "select min(" + time + "), max(" + time + ") from read_parquet(" + SqlText.files(List.of(file))
                                + ", hive_partitioning = false)",
                        row -> new Times(
                                instant(row.getObject(1, LocalDateTime.class)),
                                instant(row.getObject(2, LocalDateTime.class))))
                .get(0);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static RapportException failed(Path file, IOException e) {
        return new RapportException(
                LakeError.HOME_FAILED,
                "The file " + file + " can't be written. Check the disk's free space and run it again; nothing was"
                        + " changed.",
                e);
    }
}
