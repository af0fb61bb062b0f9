package io.rapport.model.run;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.WorkingFolder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder for what a run needs only while it runs; it goes with everything in it, also where the process is killed: then
 * with the next one that is made beside it.
 */
public final class RunFolder implements AutoCloseable {

    private final WorkingFolder folder;

    private RunFolder(WorkingFolder folder) {
        this.folder = folder;
    }

    /** @throws RapportException {@link RunError#RUN_FILE} */
    public static RunFolder create(Path path) {
        try {
            return new RunFolder(WorkingFolder.create(path));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    public Path path() {
        return folder.path();
    }

    /** @throws RapportException {@link RunError#RUN_FILE} */
    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw unwritable(path(), e);
        }
    }

    static RapportException unwritable(Path path, IOException e) {
        return new RapportException(
                RunError.RUN_FILE, "The folder " + path + " can't be written. Check its owner and the free space.", e);
    }
}
