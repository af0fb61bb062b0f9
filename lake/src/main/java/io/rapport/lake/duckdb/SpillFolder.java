package io.rapport.lake.duckdb;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.WorkingFolder;
import io.rapport.lake.LakeError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A folder of one engine's own to spill into, because two engines in one folder would overwrite each other's files. */
final class SpillFolder implements AutoCloseable {

    private static final String PREFIX = "spill-";

    private final WorkingFolder folder;

    private SpillFolder(WorkingFolder folder) {
        this.folder = folder;
    }

    static SpillFolder create(Path parent) {
        try {
            return new SpillFolder(WorkingFolder.create(parent.resolve(PREFIX + UUID.randomUUID())));
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The folder " + parent + " can't be written. Check its owner and the free space.",
                    e);
        }
    }

    Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException leftForTheNextSweep) {
            // Spilled data of a closed engine; whoever creates the next folder here sweeps it.
        }
    }
}
