package io.rapport.serve.connection;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that somebody wants to have watched. */
public final class NewFolder {

    private NewFolder() {}

    /**
     * The folder's absolute path.
     *
     * @throws RapportException {@link ConnectionError#NOT_A_FOLDER}; {@link ConnectionError#FOLDER_IS_HOME}, because the
     *     lake's own files would be imported
     */
    public static Path require(Path folder, Home home) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new RapportException(
                    ConnectionError.NOT_A_FOLDER,
                    absolute + " is no folder. Name the folder that Graph Data Connect writes to.");
        }
        Path watched = real(absolute);
        Path own = real(home.folder());
        if (watched.startsWith(own) || own.startsWith(watched)) {
            throw new RapportException(
                    ConnectionError.FOLDER_IS_HOME,
                    "The folder " + absolute + " and the home " + home.folder()
                            + " lie within one another. Watch a folder beside the home.");
        }
        return absolute;
    }

    /** With links resolved, as far as the path exists. */
    private static Path real(Path path) {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(path)).normalize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
