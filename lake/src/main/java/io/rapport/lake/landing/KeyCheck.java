package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.landing.Outcome.OutcomeFile;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what each staged row means: new, changed, unchanged or superseded. The usual case, nothing in common with the
 * lake or among the chunks, is found by hashes of keys alone and leaves the staged files as they are.
 */
final class KeyCheck {

    private final DuckDbSession session;
    private final Dataset dataset;
    private final List<StagedChunk> chunks;
    private final Snapshot snapshot;
    private final MetKeys met;
    private final Path folder;

    /** @param folder where files go that have to be written anew; not there yet */
    KeyCheck(
            DuckDbSession session,
            Dataset dataset,
            List<StagedChunk> chunks,
            Snapshot snapshot,
            MetKeys met,
            Path folder) {
        this.session = session;
        this.met = met;
        this.dataset = dataset;
        this.chunks = chunks;
        this.snapshot = snapshot;
        this.folder = folder;
    }

    Outcome check() {
        boolean isNew = snapshot.files(dataset).isEmpty();
        if (isNew && chunks.size() == 1) {
            return asStaged();
        }
        StagedKeys staged = new StagedKeys(session, dataset, chunks);
        long losers = chunks.size() == 1 ? staged.noLosers() : staged.findLosers();
        Snapshot related = isNew ? new Snapshot(snapshot.id(), List.of()) : staged.related(met, snapshot);
        boolean isKnown = !related.files().isEmpty() && staged.findKnown(related) > 0;
        if (losers == 0 && !isKnown) {
            return asStaged();
        }
        if (isKnown) {
            staged.judge(related);
        } else {
            staged.noVerdicts();
        }
        return sorted(staged);
    }

    private Outcome asStaged() {
        List<OutcomeFile> files = new ArrayList<>();
        for (StagedChunk chunk : chunks) {
            chunk.rows().forEach(file -> files.add(new OutcomeFile(file, Kind.BASE)));
        }
        long rows = chunks.stream().mapToLong(StagedChunk::rowCount).sum();
        return new Outcome(dataset, files, new Landed(rows, 0, 0, supersededWithinChunks(), 0, former()));
    }

    private Outcome sorted(StagedKeys staged) {
        List<OutcomeFile> files = new ArrayList<>();
        RewrittenFiles rewritten = new RewrittenFiles(session, dataset, folder);
        for (StagedChunk chunk : chunks) {
            for (Written file : chunk.rows()) {
                long excluded = staged.excluded(file.path());
                if (excluded == 0) {
                    files.add(new OutcomeFile(file, Kind.BASE));
                } else if (excluded < file.rows()) {
                    rewritten.without(file).forEach(kept -> files.add(new OutcomeFile(kept, Kind.BASE)));
                }
            }
        }
        rewritten.changes(staged.filesWithChanges()).forEach(file -> files.add(new OutcomeFile(file, Kind.CHANGE)));
        rewritten.removals().forEach(file -> files.add(new OutcomeFile(file, Kind.REMOVAL)));
        return new Outcome(dataset, files, counts(staged));
    }

    private Landed counts(StagedKeys staged) {
        long rows = chunks.stream().mapToLong(StagedChunk::rowCount).sum();
        long superseded = staged.losingRows();
        long unchanged = staged.count(Verdict.SAME);
        long replaced = staged.count(Verdict.CHANGED);
        return new Landed(
                rows - superseded - unchanged - replaced,
                replaced,
                unchanged,
                supersededWithinChunks() + superseded,
                staged.count(Verdict.REMOVED),
                former());
    }

    private long former() {
        return chunks.stream().mapToLong(StagedChunk::former).sum();
    }

    private long supersededWithinChunks() {
        return chunks.stream().mapToLong(StagedChunk::superseded).sum();
    }
}
