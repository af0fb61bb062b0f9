package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.Durable;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.NewFile;
import io.rapport.lake.manifest.Rewriting;
import io.rapport.lake.manifest.Rewriting.Replaced;
import io.rapport.lake.manifest.Sources;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.reading.LakeSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Erases people: files that hold rows of theirs, or their addresses in rows of others, are written anew without them, all
 * people at once; the others stay as they are. One dataset after the other, the directory last, because it says which ids
 * and addresses are whose. Broken off anywhere, it is done by running it again.
 */
public final class PersonErasure {

    /** The steps of each dataset, in order; after each a listener is called, which is how tests end a process there. */
    public enum Step {
        /** Nothing of them can land any more. */
        SUPPRESSED,
        /** The new files are safe on disk, in the staging folder. */
        WRITTEN,
        /** They lie where they will stay. */
        MOVED,
        /** No reader sees the former files any more. */
        RECORDED,
        /** The former files are deleted. */
        DELETED
    }

    private static final int MOST_ATTEMPTS = 10;

    private final HomeLayout layout;
    private final Manifest manifest;
    private final Rewriting rewriting;
    private final Sources sources;
    private final WriterLease lease;
    private final Supplier<DuckDb> engine;
    private final Consumer<Step> listener;
    private String attemptName = "";

    public PersonErasure(
            HomeLayout layout,
            Manifest manifest,
            Rewriting rewriting,
            Sources sources,
            WriterLease lease,
            Supplier<DuckDb> engine,
            Consumer<Step> listener) {
        this.layout = layout;
        this.manifest = manifest;
        this.rewriting = rewriting;
        this.sources = sources;
        this.lease = lease;
        this.engine = engine;
        this.listener = listener;
    }

    /** The same people by all that the landed directory knows them by, in whatever version of their rows. */
    public Persons resolve(Persons asked) {
        List<Path> users = manifest.snapshot().files(Datasets.USER).stream()
                .map(LandedFile::path)
                .toList();
        if (users.isEmpty() || asked.isEmpty()) {
            return asked;
        }
        Set<String> addresses = new LinkedHashSet<>(asked.addresses());
        Set<String> ids = new LinkedHashSet<>(asked.ids());
        String directory = "select lower(trim(id)) as id, unnest(list_distinct(list_concat(coalesce(_addresses, []),"
                + " [mail, userPrincipalName]))) as address from " + LakeSql.rows(Datasets.USER, users);
        try (DuckDbSession session = engine.get().connect()) {
            var unused = new PersonTables(session, asked);
            session.run("looking for people", "create or replace temp table known as " + directory);
            session.each(
                    "looking for people",
                    "select distinct id, address from known where id in (select id from known where list_contains("
                            + "getvariable('erased_addresses'), address) union all select unnest(getvariable('erased_ids')))",
                    row -> {
                        ids.add(row.getString(1));
                        String address = row.getString(2);
                        if (address != null) {
                            addresses.add(address);
                        }
                    });
        }
        return new Persons(addresses, ids);
    }

    /** What an erasure would do; does nothing. */
    public List<PersonCounts> count(Persons persons) {
        List<PersonCounts> counts = new ArrayList<>();
        Snapshot snapshot = manifest.snapshot();
        try (DuckDbSession session = engine.get().connect()) {
            PersonTables tables = new PersonTables(session, persons);
            for (Dataset dataset : Datasets.all()) {
                Map<LandedFile, PersonTables.Hits> hits = tables.find(snapshot, dataset);
                if (!hits.isEmpty()) {
                    counts.add(counts(dataset, hits));
                }
            }
        }
        return counts;
    }

    /**
     * Erases them. From its beginning on nothing of them can land.
     *
     * @param persons as {@link #resolve} answers
     */
    public List<PersonCounts> erase(Persons persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        manifest.suppressions().add(persons.addresses(), persons.ids());
        listener.accept(Step.SUPPRESSED);
        lease.begin();
        // What was taken out before, and what crashed, may hold them as well.
        sources.deleteTakenOut();
        List<PersonCounts> counts = new ArrayList<>();
        List<Dataset> order = Datasets.all().stream()
                .sorted(Comparator.comparing(dataset -> dataset.equals(Datasets.USER)))
                .toList();
        for (Dataset dataset : order) {
            PersonCounts done = erase(persons, dataset);
            if (done.files() > 0) {
                counts.add(done);
            }
        }
        return counts;
    }

    private PersonCounts erase(Persons persons, Dataset dataset) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Snapshot snapshot = manifest.snapshot();
            // A name that nothing of this writer bears, for one that is visible must never be written over.
            attemptName = lease.writer() + "-p"
                    + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            Path staging = layout.staging().resolve(attemptName);
            try (DuckDbSession session = engine.get().connect()) {
                PersonTables tables = new PersonTables(session, persons);
                Map<LandedFile, PersonTables.Hits> hits = tables.find(snapshot, dataset);
                if (hits.isEmpty()) {
                    return counts(dataset, hits);
                }
                List<Move> moves = new ArrayList<>();
                for (Map.Entry<LandedFile, PersonTables.Hits> hit : hits.entrySet()) {
                    moves.add(write(session, hit.getKey(), hit.getValue(), staging.resolve("" + moves.size())));
                }
                Landed change = new Landed(0, 0, 0, 0, tables.visibleOwn(snapshot, dataset));
                listener.accept(Step.WRITTEN);
                if (publish(dataset, moves, change)) {
                    listener.accept(Step.RECORDED);
                    sources.deleteTakenOut();
                    listener.accept(Step.DELETED);
                    return counts(dataset, hits);
                }
            } catch (IOException e) {
                throw new RapportException(
                        LakeError.HOME_FAILED,
                        "A file of " + layout.lake() + " can't be written. Check the disk's free space; then run the"
                                + " erasure again.",
                        e);
            } finally {
                delete(staging);
            }
        }
        throw new RapportException(
                LakeError.COMMIT_CONTENDED,
                "Other processes replaced files of " + dataset + " " + MOST_ATTEMPTS
                        + " times in a row while this one tried to erase. Run the erasure again.");
    }

    /** @param staged null where nothing is left of the file */
    private record Move(LandedFile former, @Nullable Written staged, Path to) {}

    private Move write(DuckDbSession session, LandedFile file, PersonTables.Hits hits, Path folder) {
        Dataset dataset = file.dataset();
        Path to = layout.partition(dataset, file.partition())
                .resolve(attemptName + "-" + folder.getFileName() + ".parquet");
        if (hits.own() == file.rows()) {
            return new Move(file, null, to);
        }
        List<String> names = file.kind() == LandedFile.Kind.REMOVAL ? dataset.key() : ColumnSql.names(dataset);
        List<Written> written = ParquetCopy.writeOne(
                session,
                dataset,
                new PersonSql(dataset).columns(names, "_row is not null"),
                PersonTables.rest(dataset, file.path()),
                file.partition(),
                folder);
        return new Move(file, written.isEmpty() ? null : written.get(0), to);
    }

    private boolean publish(Dataset dataset, List<Move> moves, Landed change) throws IOException {
        List<Replaced> replaced = new ArrayList<>();
        boolean isRecorded = false;
        try {
            Set<Path> folders = new LinkedHashSet<>();
            for (Move move : moves) {
                replaced.add(new Replaced(move.former(), move(move)));
                folders.add(move.to().getParent());
            }
            folders.forEach(Durable::syncFolder);
            listener.accept(Step.MOVED);
            isRecorded = rewriting.record(lease.writer(), dataset, replaced, change);
            return isRecorded;
        } finally {
            if (!isRecorded && replaced.size() == moves.size()) {
                discardUnrecorded(moves);
            }
        }
    }

    private static @Nullable NewFile move(Move move) throws IOException {
        Written staged = move.staged();
        if (staged == null) {
            return null;
        }
        String sha256 = Durable.digestAndSync(staged.path());
        Files.move(staged.path(), move.to(), StandardCopyOption.ATOMIC_MOVE);
        LandedFile former = move.former();
        return new NewFile(
                former.dataset(),
                former.partition(),
                former.kind(),
                move.to(),
                staged.rows(),
                staged.bytes(),
                null,
                null,
                sha256);
    }

    /** Where nobody heard how the transaction ended, the files may be visible: only those that the list lacks go. */
    private void discardUnrecorded(List<Move> moves) throws IOException {
        Set<Path> visible = new LinkedHashSet<>();
        manifest.snapshot().files().forEach(file -> visible.add(file.path()));
        for (Move move : moves) {
            if (!visible.contains(move.to())) {
                Files.deleteIfExists(move.to());
            }
        }
    }

    private static PersonCounts counts(Dataset dataset, Map<LandedFile, PersonTables.Hits> hits) {
        long own = hits.values().stream().mapToLong(PersonTables.Hits::own).sum();
        long others =
                hits.values().stream().mapToLong(PersonTables.Hits::others).sum();
        int kept = (int) hits.entrySet().stream()
                .filter(hit -> hit.getValue().own() < hit.getKey().rows())
                .count();
        return new PersonCounts(dataset.name(), hits.size(), kept, own, others);
    }

    private static void delete(Path staging) {
        try {
            FolderTree.delete(staging);
        } catch (IOException leftForTheSweep) {
            // Not visible to anybody; the next process to open the lake deletes it.
        }
    }
}
