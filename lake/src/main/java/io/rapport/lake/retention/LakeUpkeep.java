package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.progress.Progress;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.Replacements;
import io.rapport.lake.manifest.Replacements.Held;
import io.rapport.lake.manifest.SourcedFile;
import io.rapport.lake.manifest.Sources;
import io.rapport.lake.manifest.WriterLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the lake quick to read and bounded in size: folds change files into base files, takes former months out, and
 * deletes what was replaced a day ago. Each dataset is a commit of its own; broken off anywhere, it is done by running it
 * again. Others may read, land and erase meanwhile. Thread-safe.
 */
public final class LakeUpkeep {

    /** How long files that were replaced still lie there, for those who began to read them before. */
    public static final Duration GRACE = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 10;

    private final HomeLayout layout;
    private final Manifest manifest;
    private final Replacements replacements;
    private final Sources sources;
    private final WriterLease lease;
    private final Supplier<DuckDb> engine;
    private final FoldLimits limits;
    private final Consumer<FoldStep> listener;
    /** Of all lakes of this process: a writer never names two files alike. */
    private static final AtomicInteger FOLDS = new AtomicInteger();

    public LakeUpkeep(
            HomeLayout layout,
            Manifest manifest,
            Replacements replacements,
            Sources sources,
            WriterLease lease,
            Supplier<DuckDb> engine) {
        this(layout, manifest, replacements, sources, lease, engine, step -> {});
    }

    /** @param listener hears of each step, which is how tests end a process there */
    public LakeUpkeep(
            HomeLayout layout,
            Manifest manifest,
            Replacements replacements,
            Sources sources,
            WriterLease lease,
            Supplier<DuckDb> engine,
            Consumer<FoldStep> listener) {
        this(layout, manifest, replacements, sources, lease, engine, FoldLimits.USUAL, listener);
    }

    private LakeUpkeep(
            HomeLayout layout,
            Manifest manifest,
            Replacements replacements,
            Sources sources,
            WriterLease lease,
            Supplier<DuckDb> engine,
            FoldLimits limits,
            Consumer<FoldStep> listener) {
        this.layout = layout;
        this.manifest = manifest;
        this.replacements = replacements;
        this.sources = sources;
        this.lease = lease;
        this.engine = engine;
        this.limits = limits;
        this.listener = listener;
    }

    /**
     * Folds a dataset's files, where that is worth it. Readers see the same rows before and after.
     *
     * @throws RapportException {@link LakeError#COMMIT_CONTENDED}, {@link LakeError#HOME_FAILED} or one of the engine's
     */
    public Folded compactWhereDue(Dataset dataset, Progress progress) {
        return fold(dataset, Optional.empty(), false, progress);
    }

    /** As {@link #compactWhereDue}, down to the last change file. */
    public Folded compact(Dataset dataset, Progress progress) {
        return fold(dataset, Optional.empty(), true, progress);
    }

    /** From now on rows of former months don't land any more. To be called before {@link #retain}. */
    public void keep(KeptMonths months) {
        manifest.keep(months);
    }

    /** From which month on rows land; empty where former months were never taken out, or all are kept. */
    public Optional<KeptMonths> findKept() {
        return KeptMonths.find(manifest);
    }

    /** From now on rows of all months land. */
    public void keepAll() {
        KeptMonths.forget(manifest);
    }

    /** Takes the former months of a dataset out. Datasets without dates, and rows without one, stay. */
    public Folded retain(Dataset dataset, KeptMonths months, Progress progress) {
        return fold(dataset, Optional.of(months), true, progress);
    }

    /** Deletes what was replaced longer than {@link #GRACE} ago. Returns how many files. */
    public int sweep() {
        return sources.deleteSettled(GRACE).size();
    }

    private Folded fold(Dataset dataset, Optional<KeptMonths> kept, boolean isWhole, Progress progress) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Held held = replacements.held(dataset);
            boolean isLeaving = kept.isPresent()
                    && held.files().stream().anyMatch(file -> kept.get().isFormer(file.partition()));
            if (held.files().isEmpty() || (kept.isPresent() && !isLeaving)) {
                return Folded.NOTHING;
            }
            boolean isFolding = isLeaving
                    || (isWhole
                            ? held.files().stream().anyMatch(file -> !file.isBase() && !file.isFolded())
                            : limits.isDue(held.files()));
            Optional<Folded> folded = attempt(dataset, held, kept, isFolding, progress);
            if (folded.isPresent()) {
                return folded.get();
            }
        }
        throw new RapportException(
                LakeError.COMMIT_CONTENDED,
                "Other processes changed the files of " + dataset + " " + MOST_ATTEMPTS
                        + " times in a row while this one tried to fold them. Nothing was changed; run it again.");
    }

    /** Empty where another process was faster. */
    private Optional<Folded> attempt(
            Dataset dataset, Held held, Optional<KeptMonths> kept, boolean isFolding, Progress progress) {
        lease.begin();
        String name = lease.writer() + "-fold" + FOLDS.incrementAndGet();
        Path folder = layout.staging().resolve(name);
        try (DuckDbSession session = engine.get().connect()) {
            create(folder);
            Fold.Draft draft = new Fold(session, layout, limits, dataset, held, kept, folder, progress)
                    .write(isFolding, lease.writer(), name);
            if (draft == null) {
                return Optional.of(Folded.NOTHING);
            }
            listener.accept(FoldStep.WRITTEN);
            draft.files().place();
            listener.accept(FoldStep.MOVED);
            if (!isRecorded(draft)) {
                draft.files().discard();
                return Optional.empty();
            }
            listener.accept(FoldStep.COMMITTED);
            return Optional.of(folded(draft));
        } finally {
            delete(folder);
        }
    }

    /** What was refused for good leaves no file; of one whose end nobody heard the files may be visible. */
    private boolean isRecorded(Fold.Draft draft) {
        try {
            return replacements.record(draft.replacement(), () -> listener.accept(FoldStep.RECORDED));
        } catch (RapportException refused) {
            ErrorCode code = refused.code();
            if (code == LakeError.LEASE_LOST) {
                draft.files().discard();
            }
            throw refused;
        }
    }

    private static Folded folded(Fold.Draft draft) {
        return new Folded(
                draft.replacement().gone().size(),
                draft.replacement().added().size(),
                draft.replacement().gone().stream()
                        .map(SourcedFile::file)
                        .mapToLong(file -> file.bytes())
                        .sum(),
                draft.replacement().added().stream()
                        .mapToLong(added -> added.file().bytes())
                        .sum(),
                draft.replacement().added().stream()
                        .mapToLong(added -> added.file().rows())
                        .sum(),
                draft.replacement().change().removed());
    }

    private static void create(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + folder + " can't be created. Check the home folder's owner and the free space.",
                    e);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException leftForTheSweep) {
            // Not visible to anybody; the next process to open the lake deletes it.
        }
    }
}
