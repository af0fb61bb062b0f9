package io.rapport.serve.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An erasure of a connection with what it brought, or of everything, that somebody asked for.
 *
 * @param number from 1, of this home
 * @param connection its name; empty: everything
 * @param by who asked, as people know them
 * @param finishedAt null as long as it is not finished
 */
public record DataErasure(
        int number,
        String connection,
        Instant askedAt,
        String by,
        @Nullable Instant finishedAt) {

    /** Of everything, and not of one connection. */
    public boolean isOfEverything() {
        return connection.isEmpty();
    }

    /** Of its certificate's files, without what comes after the dot. */
    public String certificate() {
        return isOfEverything()
                ? "everything-" + askedAt.toString().replaceAll("[^0-9TZ]", "")
                : "connection-" + number;
    }
}
