package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Row;
import io.rapport.lake.LakeError;
import io.rapport.lake.privacy.LineBuffer;
import io.rapport.lake.privacy.PrivacyGate;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one dataset on their way through the gate into the chunk that is being filled. */
final class DatasetStage implements AutoCloseable {

    private static final int DRAIN_AT = 1 << 20;

    private final Dataset dataset;
    private final Path folder;
    private final ChunkLimits limits;
    private final PrivacyGate gate;
    private final LineBuffer buffer = new LineBuffer();
    private final KeyHashes keys = new KeyHashes();

    private @Nullable OutputStream out;
    private int number;
    private long drained;
    private long rows;
    private long removals;
    private boolean mayRepeat;

    DatasetStage(Dataset dataset, Path folder, ChunkLimits limits) {
        this.dataset = dataset;
        this.folder = folder;
        this.limits = limits;
        this.gate = new PrivacyGate(dataset);
    }

    Optional<String> add(Row row) {
        Optional<String> refusal = gate.pass(row, rows + removals, buffer);
        if (refusal.isEmpty()) {
            rows++;
            line();
        }
        return refusal;
    }

    void remove(List<String> key) {
        gate.passRemoval(key, rows + removals, buffer);
        removals++;
        line();
    }

    boolean isFull() {
        return rows + removals >= limits.rows() || drained + buffer.length() >= limits.bytes();
    }

    /** Ends the chunk that is being filled; empty where nothing is in it. */
    Optional<SealedChunk> seal() {
        if (rows + removals == 0) {
            return Optional.empty();
        }
        drain();
        close();
        SealedChunk sealed = new SealedChunk(dataset, number, file(), rows, removals, mayRepeat);
        number++;
        rows = 0;
        removals = 0;
        drained = 0;
        mayRepeat = false;
        keys.clear();
        return Optional.of(sealed);
    }

    @Override
    public void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private void line() {
        mayRepeat |= !keys.add(gate.keyHash());
        if (buffer.length() >= DRAIN_AT) {
            drain();
        }
    }

    private void drain() {
        try {
            OutputStream open = out;
            if (open == null) {
                open = new FileOutputStream(file().toFile());
                out = open;
            }
            drained += buffer.length();
            buffer.drainTo(open);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path file() {
        return folder.resolve(dataset.name() + "-" + number + ".ndjson");
    }

    private RapportException unwritable(IOException e) {
        return new RapportException(
                LakeError.HOME_FAILED,
                "The folder " + folder + " can't be written while " + dataset
                        + " lands. Check the disk's free space and run it again; nothing was committed.",
                e);
    }
}
