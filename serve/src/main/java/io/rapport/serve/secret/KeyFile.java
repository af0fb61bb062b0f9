package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import io.rapport.lake.privacy.KeyFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The file of a home's keys: the one that encrypts in the first line; while it is rotated, the former one in the second. */
record KeyFile(Path path) {

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The keys; one is made where the file is missing. */
    List<byte[]> read() {
        try {
            if (!Files.exists(path)) {
                KeyFolder.of(path).create(path, KeyText.encode(KeyText.random()) + "\n");
            }
            requireOwnersAlone();
            List<byte[]> keys = new ArrayList<>();
            for (String line : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
                if (!line.isBlank()) {
                    keys.add(KeyText.decode(line, "The key file " + path));
                }
            }
            if (keys.isEmpty()) {
                keys.add(KeyText.decode("", "The key file " + path));
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw failed();
        }
    }

    /** Puts other keys in its place, at once for whoever reads it, and overwrites the former file's bytes. */
    void replace(List<byte[]> keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append(KeyText.encode(key)).append('\n'));
        try {
            KeyFolder.of(path).replace(path, text.toString());
        } catch (IOException e) {
            throw failed();
        }
    }

    private void requireOwnersAlone() throws IOException {
        if (isPosix(path) && !OWNERS.containsAll(Files.getPosixFilePermissions(path))) {
            throw KeyText.bad("The key file " + path + " is open to others ("
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    + "). Close it: chmod 600 " + path + ".");
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private RapportException failed() {
        return KeyText.bad("The key file " + path + " can't be read or written. Check its owner and the disk's free"
                + " space, or set " + SecretKey.VARIABLE + ".");
    }
}
