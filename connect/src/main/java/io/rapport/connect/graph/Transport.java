package io.rapport.connect.graph;

import java.util.concurrent.CompletableFuture;

/** Sends requests, each once: no redirect is followed and nothing is tried again. Safe from any thread. */
public interface Transport {

    /**
     * The whole answer, whatever its status, or an {@link java.io.IOException} where there is none. Cancelling the future
     * gives the request up at once, also while its body is still coming. It completes on any thread.
     */
    CompletableFuture<Answer> send(Call call);
}
