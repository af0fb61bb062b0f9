package io.rapport.model.run;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what a run needs only while it runs; it goes with everything in it. */
public record RunFolder(Path path) implements AutoCloseable {

    /** @throws RapportException {@link RunError#RUN_FILE} */
    public static RunFolder create(Path path) {
        try {
            return new RunFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** @throws RapportException {@link RunError#RUN_FILE} */
    @Override
    public void close() {
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static RapportException unwritable(Path path, IOException e) {
        return new RapportException(
                RunError.RUN_FILE, "The folder " + path + " can't be written. Check its owner and the free space.", e);
    }
}
