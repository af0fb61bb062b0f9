package io.rapport.serve.export;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where exports may be written to. */
final class ExportFolder {

    private ExportFolder() {}

    /** @throws RapportException {@link ExportError#EXPORT_FOLDER} where it is no path, or not an absolute one */
    static Path parse(String typed) {
        try {
            Path path = Path.of(typed.strip());
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException noPath) {
            // Said below.
        }
        throw refused("The folder is the whole path of one on the server's machine, such as /srv/exports.");
    }

    /**
     * The folder, which is there and can be written.
     *
     * @throws RapportException {@link ExportError#EXPORT_FOLDER}
     */
    static Path require(Path folder, Home home) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw refused("The folder " + absolute + " is not there. Make it, or check that it is mounted.");
        }
        requireOutside(absolute, home);
        if (!Files.isWritable(absolute)) {
            throw refused(
                    "The folder " + absolute + " can't be written. Give the account that runs Rapport the right to.");
        }
        return absolute;
    }

    /** @throws RapportException {@link ExportError#EXPORT_FOLDER} where it lies in the home, links resolved */
    static void requireOutside(Path folder, Home home) {
        if (real(folder.toAbsolutePath().normalize()).startsWith(real(home.folder()))) {
            throw refused(folder + " lies in the home, which Rapport keeps for itself. Name a folder outside of it.");
        }
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
            throw new RapportException(
                    ExportError.EXPORT_FOLDER, "The folder " + path + " can't be looked at. Check its owner.", e);
        }
    }

    private static RapportException refused(String text) {
        return new RapportException(ExportError.EXPORT_FOLDER, text);
    }
}
