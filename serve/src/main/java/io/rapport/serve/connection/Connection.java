package io.rapport.serve.connection;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A watched folder.
 *
 * @param name letter or digit first, then also {@code . _ -}; 60 characters at most
 * @param folder absolute
 * @param dataset what its files hold, or null where their names say it
 * @param createdAt when it was connected
 * @param syncedAt when a sync last reached the folder, or null where none did
 */
public record Connection(
        String name,
        Path folder,
        @Nullable Dataset dataset,
        Instant createdAt,
        @Nullable Instant syncedAt) {

    /** The only connector so far, by the word that names it on the command line. */
    public static final String CONNECTOR = "data-connect";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    public Connection {
        if (!NAME.matcher(name).matches()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_NAME,
                    "\"" + name + "\" can't be the name of a connection: it begins with a letter or digit, goes on with"
                            + " letters, digits, dots, hyphens and underscores, and has 60 characters at most.");
        }
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("the folder of a connection is absolute");
        }
    }
}
