package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.NewCommit;
import io.rapport.lake.manifest.NewFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a batch against the lake, moves its files into place and records them; again, where another one was faster. */
final class BatchCommit {

    private static final int MOST_ATTEMPTS = 10;

    private final LakeLanding landing;
    private final String batch;
    private final Path folder;
    private final Map<Dataset, List<StagedChunk>> chunks;
    private final List<Checkpoint> checkpoints;
    private final @Nullable Checkpoint provided;

    BatchCommit(
            LakeLanding landing,
            String batch,
            Path folder,
            List<StagedChunk> chunks,
            List<Checkpoint> checkpoints,
            @Nullable Checkpoint provided) {
        this.landing = landing;
        this.batch = batch;
        this.folder = folder;
        this.chunks = chunks.stream()
                .collect(Collectors.groupingBy(StagedChunk::dataset, LinkedHashMap::new, Collectors.toList()));
        this.checkpoints = checkpoints;
        this.provided = provided;
    }

    Landed run() {
        if (chunks.isEmpty()) {
            record(0, List.of(), List.of());
            return sum(List.of());
        }
        landing.commits().lock();
        try (DuckDbSession session = landing.engine().get().connect()) {
            int fileNumber = 1;
            for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
                Snapshot snapshot = landing.manifest().snapshot();
                List<Outcome> outcomes = check(session, snapshot, attempt);
                landing.reached(CommitStep.CHECKED);
                Publication publication = new Publication(session, landing.layout(), batch, fileNumber);
                List<NewFile> files = publication.prepare(outcomes);
                landing.reached(CommitStep.SYNCED);
                publication.move();
                landing.reached(CommitStep.MOVED);
                if (record(snapshot.id(), files, outcomes)) {
                    landing.reached(CommitStep.COMMITTED);
                    return sum(outcomes);
                }
                publication.takeBack();
                fileNumber = publication.next();
            }
        } finally {
            landing.commits().unlock();
        }
        throw new RapportException(
                LakeError.COMMIT_CONTENDED,
                "Other processes committed to the same datasets " + MOST_ATTEMPTS
                        + " times in a row while this import tried to. Nothing was committed; run it again.");
    }

    private List<Outcome> check(DuckDbSession session, Snapshot snapshot, int attempt) {
        return chunks.entrySet().stream()
                .map(entry -> new KeyCheck(
                                session,
                                entry.getKey(),
                                entry.getValue(),
                                snapshot,
                                folder.resolve(entry.getKey() + "-checked-" + attempt))
                        .check())
                .toList();
    }

    private boolean record(long checkedAgainst, List<NewFile> files, List<Outcome> outcomes) {
        if (files.isEmpty() && checkpoints.isEmpty()) {
            return true;
        }
        Map<Dataset, Landed> changes = outcomes.stream().collect(Collectors.toMap(Outcome::dataset, Outcome::counts));
        return landing.manifest()
                .record(
                        new NewCommit(landing.writer(), batch, checkedAgainst, files, changes, checkpoints, provided),
                        () -> landing.reached(CommitStep.RECORDED));
    }

    private static Landed sum(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::counts)
                .reduce(
                        new Landed(0, 0, 0, 0, 0),
                        (a, b) -> new Landed(
                                a.added() + b.added(),
                                a.replaced() + b.replaced(),
                                a.unchanged() + b.unchanged(),
                                a.superseded() + b.superseded(),
                                a.removed() + b.removed()));
    }
}
