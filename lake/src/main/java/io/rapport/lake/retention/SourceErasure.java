package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.Sources;
import io.rapport.lake.reading.LakeSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Erases all that one source brought. Each file holds rows of one source, so files go as a whole, and nothing is written
 * anew; what another source brought of the same keys is visible again. Broken off anywhere, it is done by running it
 * again.
 */
public final class SourceErasure {

    /** The steps, in order; after each a listener is called, which is how tests end a process there. */
    public enum Step {
        /** Nothing more of the source can be committed. */
        ENDED,
        /** No reader sees its files any more. */
        TAKEN_OUT,
        /** Its files are deleted, and what was on its way. */
        DELETED
    }

    private static final int MOST_ATTEMPTS = 10;

    private final HomeLayout layout;
    private final Manifest manifest;
    private final Sources sources;
    private final Supplier<DuckDb> engine;
    private final Consumer<Step> listener;

    public SourceErasure(
            HomeLayout layout, Manifest manifest, Sources sources, Supplier<DuckDb> engine, Consumer<Step> listener) {
        this.layout = layout;
        this.manifest = manifest;
        this.sources = sources;
        this.engine = engine;
        this.listener = listener;
    }

    public Erased erase(String source) {
        sources.end(source);
        listener.accept(Step.ENDED);
        long rows = takeOut(all -> sources.filesOf(source, all));
        listener.accept(Step.TAKEN_OUT);
        deleteStaged(folder -> sources.isStagedBy(source, folder));
        int files = sources.deleteTakenOut().size();
        listener.accept(Step.DELETED);
        return new Erased(rows, files);
    }

    /** Erases all that anybody brought, and forgets how far everything was read; what lands later begins anew. */
    public Erased eraseAll() {
        long rows = takeOut(all -> all);
        deleteStaged(folder -> true);
        int files = sources.deleteTakenOut().size();
        manifest.forgetReading();
        return new Erased(rows, files);
    }

    /** What there still is of a source: files of the lake, visible or not, and what is on its way. */
    public List<Path> findRest(String source) {
        List<Path> rest = new ArrayList<>(sources.allFilesOf(source));
        try (Stream<Path> folders = Files.list(layout.staging())) {
            for (Path folder : folders.toList()) {
                if (sources.isStagedBy(source, folder)) {
                    rest.add(folder);
                }
            }
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The folder " + layout.staging() + " can't be read. Check its owner.", e);
        }
        return rest;
    }

    private long takeOut(UnaryOperator<Snapshot> which) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Snapshot all = manifest.snapshot();
            Snapshot own = which.apply(all);
            if (own.files().isEmpty()) {
                return 0;
            }
            Map<Dataset, Landed> changes = changes(all, own);
            if (sources.takeOut(own, changes)) {
                return changes.values().stream().mapToLong(Landed::removed).sum();
            }
        }
        throw new RapportException(
                LakeError.COMMIT_CONTENDED,
                "Other processes committed to the same datasets " + MOST_ATTEMPTS
                        + " times in a row while this one tried to erase. Nothing was erased; run it again.");
    }

    /** What a reader sees more or less of each dataset without the files. */
    private Map<Dataset, Landed> changes(Snapshot all, Snapshot own) {
        Set<Path> gone = own.files().stream().map(LandedFile::path).collect(Collectors.toSet());
        Snapshot rest = new Snapshot(
                all.id(),
                all.files().stream().filter(file -> !gone.contains(file.path())).toList());
        List<Dataset> datasets =
                own.files().stream().map(LandedFile::dataset).distinct().toList();
        Map<Dataset, Landed> changes = new LinkedHashMap<>();
        try (DuckDbSession session = engine.get().connect()) {
            for (Dataset dataset : datasets) {
                long less = count(session, all, dataset) - count(session, rest, dataset);
                changes.put(dataset, new Landed(Math.max(0, -less), 0, 0, 0, Math.max(0, less)));
            }
        }
        return changes;
    }

    private static long count(DuckDbSession session, Snapshot snapshot, Dataset dataset) {
        return session.number(
                "counting " + dataset, "select count(*) from (" + LakeSql.select(snapshot, dataset) + ")");
    }

    /**
     * What was on its way: also files that lie where they would stay, of a batch that was never recorded. A process that
     * is still at it fails, as its commit would, and takes with it what it put there since.
     */
    private void deleteStaged(StagedBy staged) {
        try (Stream<Path> folders = Files.list(layout.staging())) {
            for (Path folder : folders.toList()) {
                if (staged.test(folder)) {
                    deleteUnrecorded(folder.getFileName() + "-");
                    FolderTree.delete(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + layout.staging() + " can't be emptied of what was on its way. Check its owner; then"
                            + " run this again.",
                    e);
        }
    }

    /** Whether a staging folder is meant. */
    @FunctionalInterface
    private interface StagedBy {
        boolean test(Path folder) throws IOException;
    }

    /** All recorded ones of the source have been taken out by now. */
    private void deleteUnrecorded(String batch) throws IOException {
        try (Stream<Path> tree = Files.walk(layout.lake())) {
            for (Path file : tree.filter(path -> !path.startsWith(layout.staging())
                            && path.getFileName().toString().startsWith(batch))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
