package io.rapport.serve.secret;

import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of a home's secrets: 32 random bytes, in {@code keys/secrets.key}, which is its owner's alone, or in the
 * environment. Whoever has both the key and the database has the secrets; so the two don't lie together where the
 * database is PostgreSQL, and a backup of one alone gives nothing away. While it is rotated there is a former key beside
 * it, which still opens what it closed; the file is read again whenever that matters. Thread-safe.
 */
public final class SecretKey {

    /** The environment variable that takes the place of the file. */
    public static final String VARIABLE = "RAPPORT_KEY";

    /** The environment variable of the key before that one, while it is rotated. */
    public static final String FORMER_VARIABLE = "RAPPORT_FORMER_KEY";

    private final @Nullable KeyFile file;
    private volatile List<byte[]> keys;

    private SecretKey(@Nullable KeyFile file, List<byte[]> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** As the other one, without a former key. */
    public static SecretKey open(@Nullable String variable, Path file) {
        return open(variable, null, file);
    }

    /**
     * The key of the environment, or of the file, which is made where it is missing.
     *
     * @param variable value of {@link #VARIABLE}, or null
     * @param former value of {@link #FORMER_VARIABLE}, or null; counts beside the other one alone
     * @throws RapportException {@link SecretError#SECRET_KEY}
     */
    public static SecretKey open(@Nullable String variable, @Nullable String former, Path file) {
        if (variable == null || variable.isBlank()) {
            KeyFile found = new KeyFile(file);
            return new SecretKey(found, found.read());
        }
        List<byte[]> keys = new ArrayList<>();
        keys.add(KeyText.decode(variable, "The environment variable " + VARIABLE));
        if (former != null && !former.isBlank()) {
            keys.add(KeyText.decode(former, "The environment variable " + FORMER_VARIABLE));
        }
        return new SecretKey(null, List.copyOf(keys));
    }

    /** The one that encrypts first, as they were last read. */
    List<byte[]> keys() {
        return keys;
    }

    /** As {@link #keys()}, read once more: somebody may have rotated them. */
    List<byte[]> reread() {
        if (file != null) {
            keys = file.read();
        }
        return keys;
    }

    /** Whether it lies in the environment, where nobody but its owner can change it. */
    public boolean isOfEnvironment() {
        return file == null;
    }

    /** Whether there is a former one. */
    public boolean isBeingRotated() {
        return reread().size() > 1;
    }

    /**
     * A new one encrypts from now on; the former one still decrypts. Where that was begun before, it stays as it is.
     *
     * @throws RapportException {@link SecretError#SECRET_KEY} where it lies in the environment and there is no former one
     */
    public void beginRotation() {
        List<byte[]> found = reread();
        if (found.size() > 1) {
            return;
        }
        if (file == null) {
            throw KeyText.bad(
                    "The key is in " + VARIABLE + ", which only you can change. Set a new one there (openssl rand"
                            + " -base64 32) and the one of now in " + FORMER_VARIABLE
                            + ", start every server again with both, and run rotate-key with both.");
        }
        file.replace(List.of(KeyText.random(), found.get(0)));
        List<byte[]> unused = reread();
    }

    /** Destroys the former one; in the environment nothing is. */
    public void endRotation() {
        if (file != null) {
            file.replace(List.of(reread().get(0)));
            List<byte[]> unused = reread();
        }
    }

    @Override
    public String toString() {
        return "a key";
    }
}
