package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.NewCommit;
import io.rapport.lake.manifest.NewFile;
import io.rapport.lake.privacy.Suppression;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a batch against the lake, moves its files into place and records them; again, where another one was faster. */
final class BatchCommit {

    private static final int MOST_ATTEMPTS = 10;
    private static final Set<ErrorCode> REFUSALS = Set.of(
            LakeError.LEASE_LOST, LakeError.COMMIT_SUPERSEDED, LakeError.SOURCE_ENDED, LakeError.ERASED_MEANWHILE);

    private final LakeLanding landing;
    private final String batch;
    private final String source;
    private final Suppression suppression;
    private final Path folder;
    private final Map<Dataset, List<StagedChunk>> chunks;
    private final List<Checkpoint> checkpoints;
    private final @Nullable Checkpoint provided;

    BatchCommit(
            LakeLanding landing,
            String batch,
            String source,
            Suppression suppression,
            Path folder,
            List<StagedChunk> chunks,
            List<Checkpoint> checkpoints,
            @Nullable Checkpoint provided) {
        this.landing = landing;
        this.batch = batch;
        this.source = source;
        this.suppression = suppression;
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
                if (isRecorded(publication, snapshot.id(), files, outcomes)) {
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

    /** What was refused for good leaves no file; of one whose end nobody heard the files may be visible. */
    private boolean isRecorded(
            Publication publication, long checkedAgainst, List<NewFile> files, List<Outcome> outcomes) {
        try {
            return record(checkedAgainst, files, outcomes);
        } catch (RapportException refused) {
            if (REFUSALS.contains(refused.code())) {
                publication.discard();
            }
            throw refused;
        }
    }

    private List<Outcome> check(DuckDbSession session, Snapshot snapshot, int attempt) {
        Optional<KeptMonths> kept = KeptMonths.find(landing.manifest());
        return chunks.entrySet().stream()
                .map(entry -> new KeyCheck(
                                session,
                                entry.getKey(),
                                kept.map(months -> entry.getValue().stream()
                                                .map(chunk -> chunk.without(months))
                                                .toList())
                                        .orElse(entry.getValue()),
                                snapshot,
                                landing.met(),
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
                        new NewCommit(
                                landing.writer(), batch, source, checkedAgainst, files, changes, checkpoints, provided),
                        () -> {
                            landing.suppressions().requireStands(suppression);
                            landing.reached(CommitStep.RECORDED);
                        });
    }

    private static Landed sum(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::counts).reduce(Landed.NOTHING, Landed::plus);
    }
}
