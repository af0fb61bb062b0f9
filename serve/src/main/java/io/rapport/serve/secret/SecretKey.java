package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of a home's secrets: 32 random bytes, in {@code keys/secrets.key}, which is its owner's alone, or in the
 * environment. Whoever has both the key and the database has the secrets; so the two don't lie together where the
 * database is PostgreSQL, and a backup of one alone gives nothing away.
 */
public final class SecretKey {

    /** The environment variable that takes the place of the file. */
    public static final String VARIABLE = "RAPPORT_KEY";

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final byte[] bytes;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The key of the environment, or of the file, which is made where it is missing.
     *
     * @param variable value of {@link #VARIABLE}, or null
     * @throws RapportException {@link SecretError#SECRET_KEY}
     */
    public static SecretKey open(@Nullable String variable, Path file) {
        if (variable != null && !variable.isBlank()) {
            return decode(variable, "The environment variable " + VARIABLE);
        }
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            requireOwnersAlone(file);
            return decode(Files.readString(file, StandardCharsets.US_ASCII), "The key file " + file);
        } catch (IOException e) {
            throw bad("The key file " + file + " can't be read or written. Check its owner, or set " + VARIABLE + ".");
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Two processes may be first at once: then one of them finds the other's. */
    private static void create(Path file) throws IOException {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder");
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "key", ".tmp");
        try {
            Files.writeString(whole, Base64.getEncoder().encodeToString(fresh) + "\n", StandardCharsets.US_ASCII);
            if (isPosix(whole)) {
                Files.setPosixFilePermissions(whole, OWNERS);
                Files.createLink(file, whole);
            } else {
                Files.move(whole, file);
            }
        } catch (FileAlreadyExistsException other) {
            // The other one counts.
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void requireOwnersAlone(Path file) throws IOException {
        if (isPosix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw bad("The key file " + file + " is open to others ("
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    + "). Close it: chmod 600 " + file + ".");
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private static SecretKey decode(String text, String where) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            decoded = new byte[0];
        }
        if (decoded.length != BYTES) {
            // No cause and no value: it may be a key with a typing error.
            throw bad(
                    where + " holds no key: that is 32 random bytes in base64, as openssl rand -base64 32 makes them.");
        }
        return new SecretKey(decoded);
    }

    private static RapportException bad(String text) {
        return new RapportException(SecretError.SECRET_KEY, text);
    }

    @Override
    public String toString() {
        return "a key";
    }
}
