package io.rapport.serve.server;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people open this server; known once it listens. Thread-safe. */
public final class ServedAt {

    private volatile @Nullable URI url;

    Optional<URI> find() {
        return Optional.ofNullable(url);
    }

    void set(URI listensAt) {
        url = listensAt;
    }
}
