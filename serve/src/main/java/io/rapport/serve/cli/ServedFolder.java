package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder beside the one that a server's files are for: they move there once all have come. */
final class ServedFolder {

    private ServedFolder() {}

    /** A new folder beside the target, so that nothing of anybody's is in the way. */
    static Path unfinished(Path target) {
        try {
            return Files.createTempDirectory(target.resolveSibling(".").normalize(), "_" + target.getFileName() + "-");
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    static RapportException unwritable(Path out, IOException cause) {
        return new RapportException(
                CliError.WRONG_ARGUMENT,
                "The folder " + out + " can't be written. Check its owner and the space there.",
                cause);
    }

    /** Deletes what has come; answers with why it is of no use. */
    static RapportException deleted(Path unfinished, RapportException refused) {
        try {
            long unused = FolderTree.delete(unfinished);
        } catch (IOException stays) {
            refused.addSuppressed(stays);
        }
        return refused;
    }

    /** Nothing that a server says leads out of the folder. */
    static Path plain(Path folder, String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw new RapportException(CliError.WRONG_ARGUMENT, "The server names a file that can't be one.");
        }
        return folder.resolve(name);
    }
}
