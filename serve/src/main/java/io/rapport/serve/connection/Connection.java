package io.rapport.serve.connection;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;
import java.time.Instant;
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

    /** Its connector, by the word that names it on the command line. */
    public static final String CONNECTOR = "data-connect";

    public Connection {
        ConnectionName.require(name);
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("the folder of a connection is absolute");
        }
    }

    /** As what the lake knows it: a later connection of the same name is another one. */
    public String source() {
        return "folder/" + name + "/" + createdAt.toEpochMilli();
    }
}
