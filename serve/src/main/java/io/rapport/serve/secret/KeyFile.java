package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import io.rapport.lake.manifest.Durable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The file of a home's keys: the one that encrypts in the first line; while it is rotated, the former one in the second. */
record KeyFile(Path path) {

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The keys; one is made where the file is missing. */
    List<byte[]> read() {
        try {
            if (!Files.exists(path)) {
                create();
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
        try (FileChannel former = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long bytes = former.size();
            Path whole = draft(text.toString());
            try {
                Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
            Durable.syncFolder(folder());
            former.write(ByteBuffer.allocate((int) bytes), 0);
            former.force(true);
        } catch (IOException e) {
            throw failed();
        }
    }

    /** Two processes may be first at once: then one of them finds the other's. */
    private void create() throws IOException {
        Files.createDirectories(folder());
        Path whole = draft(KeyText.encode(KeyText.random()) + "\n");
        try {
            if (isPosix(whole)) {
                Files.createLink(path, whole);
            } else {
                Files.move(whole, path);
            }
        } catch (FileAlreadyExistsException other) {
            // The other one counts.
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    private Path draft(String text) throws IOException {
        Path whole = Files.createTempFile(folder(), "key", ".tmp");
        if (isPosix(whole)) {
            Files.setPosixFilePermissions(whole, OWNERS);
        }
        Files.writeString(whole, text, StandardCharsets.US_ASCII);
        Durable.digestAndSync(whole);
        return whole;
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
