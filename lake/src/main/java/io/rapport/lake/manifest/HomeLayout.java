package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.parquet.ColumnSql;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where things lie in a home folder.
 *
 * @param home the home folder, absolute
 */
public record HomeLayout(Path home) {

    public HomeLayout {
        home = home.toAbsolutePath().normalize();
    }

    public Path lake() {
        return home.resolve("lake");
    }

    /** Where batches are prepared; nothing in it is visible. */
    public Path staging() {
        return lake().resolve("_staging");
    }

    /** Says, beside what a batch has staged, which source it is of; not there where it is nobody's. */
    public Path sourceOf(Path stagingFolder) {
        return stagingFolder.resolve("source");
    }

    public Path temp() {
        return home.resolve("tmp");
    }

    /** The state database, where it is SQLite. */
    public Path stateDatabase() {
        return home.resolve("rapport.db");
    }

    /** The random id by which the home and its state database know each other. */
    public Path id() {
        return home.resolve("home.id");
    }

    /** The key of the suppression list; made with the first erasure of a person. */
    public Path suppressionKey() {
        return home.resolve("keys").resolve("suppression.key");
    }

    /** The folder of a dataset's partition. */
    public Path partition(Dataset dataset, String partition) {
        Path folder = lake().resolve(dataset.name());
        return partition.equals(ColumnSql.NO_PARTITION) ? folder : folder.resolve("month=" + partition);
    }

    /** A path as the manifest writes it: relative to the home, with slashes. */
    public String relative(Path file) {
        return home.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    public Path absolute(String relative) {
        return home.resolve(relative);
    }

    /** Creates the folders where they are missing; a new home is its owner's alone, where the file system knows owners. */
    public void create() {
        try {
            if (!Files.exists(home)) {
                Files.createDirectories(home, ownersAlone());
            }
            Files.createDirectories(staging());
            Files.createDirectories(temp());
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "The home folder " + home + " can't be written. Check its owner and the free space.",
                    e);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
