package io.rapport.model.run;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run's tables lie until all are there: beside their place, under a name that nobody reads. */
record UnfinishedFolder(Path path, Path target) implements AutoCloseable {

    static UnfinishedFolder create(Path target) {
        Path path = target.resolveSibling("_" + target.getFileName());
        try {
            return new UnfinishedFolder(Files.createDirectories(path), target);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** The same file, with a folder around it. */
    Path prepare(Path file) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            return file;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Puts the folder in its place, in one step. */
    void finish() {
        try {
            Files.move(path, target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        try {
            long unused = FolderTree.delete(path);
        } catch (IOException e) {
            throw RunFolder.unwritable(path, e);
        }
    }

    private static RapportException unwritable(Path folder, IOException e) {
        return new RapportException(
                RunError.RUN_FILE,
                "The run can't write its tables to " + folder + ". Look for space and rights there.",
                e);
    }
}
