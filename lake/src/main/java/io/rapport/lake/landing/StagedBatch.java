package io.rapport.lake.landing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Row;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.SourceName;
import io.rapport.lake.privacy.Suppression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A batch: rows go through the gate into chunks, chunks become Parquet meanwhile, and a commit shows them. */
final class StagedBatch implements Landing.Batch {

    private final LakeLanding landing;
    private final String name;
    private final String source;
    private final Path folder;
    private final Map<Dataset, DatasetStage> stages = new LinkedHashMap<>();
    private final ConversionQueue conversions;
    private final Suppression suppression;
    private @Nullable ContactSync contacts;
    private boolean isClosed;

    StagedBatch(LakeLanding landing, String name, String source) {
        this.landing = landing;
        this.name = name;
        this.source = source;
        this.suppression = landing.suppressions().current();
        this.folder = landing.layout().staging().resolve(name);
        try {
            Files.createDirectory(folder);
            if (!source.isEmpty()) {
                Files.writeString(landing.layout().sourceOf(folder), SourceName.digest(source), US_ASCII);
            }
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + folder + " can't be created. Check the home folder's owner and the free space.",
                    e);
        }
        this.conversions = new ConversionQueue(landing.engine());
    }

    @Override
    public Optional<String> add(Row row) {
        DatasetStage stage = stage(row.dataset());
        Optional<String> refusal = stage.add(row);
        passOnIfFull(stage);
        return refusal;
    }

    @Override
    public void remove(Dataset dataset, List<String> key) {
        DatasetStage stage = stage(dataset);
        stage.remove(key);
        passOnIfFull(stage);
    }

    @Override
    public void deriveActivity(ContactSync sync) {
        contacts = sync;
    }

    @Override
    public Landed commit(List<Checkpoint> checkpoints) {
        return commitAll(checkpoints, null);
    }

    @Override
    public Landed commit(List<Checkpoint> checkpoints, Checkpoint provided) {
        return commitAll(checkpoints, provided);
    }

    private Landed commitAll(List<Checkpoint> checkpoints, @Nullable Checkpoint provided) {
        requireOpen();
        List<StagedChunk> chunks = finish();
        if (contacts != null && stages.containsKey(Datasets.CONTACT)) {
            derive(contacts, chunks);
            chunks = finish();
        }
        landing.reached(CommitStep.STAGED);
        Landed landed = new BatchCommit(
                        landing, name, source, suppression, folder, chunks, withoutErased(checkpoints), provided)
                .run();
        close();
        return landed;
    }

    /** How far an erased person's mailbox was read is nobody's business any more. */
    private List<Checkpoint> withoutErased(List<Checkpoint> checkpoints) {
        return suppression.isEmpty()
                ? List.copyOf(checkpoints)
                : checkpoints.stream()
                        .filter(checkpoint -> !suppression.holdsId(checkpoint.name())
                                && Arrays.stream(checkpoint.scope().split("/", -1))
                                        .noneMatch(suppression::holdsId))
                        .toList();
    }

    /** All chunks so far. */
    private List<StagedChunk> finish() {
        for (DatasetStage stage : stages.values()) {
            stage.seal().ifPresent(conversions::submit);
        }
        return conversions.finish();
    }

    private void derive(ContactSync sync, List<StagedChunk> chunks) {
        try (DuckDbSession session = landing.engine().get().connect()) {
            new ContactSignals(landing.manifest().snapshot(), chunks, sync, KeptMonths.find(landing.manifest()))
                    .each(
                            session,
                            signal -> add(signal).ifPresent(reason -> {
                                throw new IllegalStateException("a signal can't land: " + reason);
                            }));
        }
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        conversions.close();
        stages.values().forEach(DatasetStage::close);
        try {
            FolderTree.delete(folder);
        } catch (IOException leftForTheSweep) {
            // Not visible to anybody; the next process to open the lake deletes it.
        }
        landing.closed();
    }

    private void passOnIfFull(DatasetStage stage) {
        if (stage.isFull()) {
            stage.seal().ifPresent(conversions::submit);
        }
    }

    private DatasetStage stage(Dataset dataset) {
        requireOpen();
        return stages.computeIfAbsent(dataset, added -> new DatasetStage(added, folder, landing.limits(), suppression));
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the batch is closed");
        }
    }
}
