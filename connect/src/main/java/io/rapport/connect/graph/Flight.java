package io.rapport.connect.graph;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request on its way through its attempts. */
final class Flight {

    private GraphRequest request;
    private final Reply reply;
    private int failures;
    private boolean hasRenewed;
    private @Nullable Instant throttledSince;

    Flight(GraphRequest request, Reply reply) {
        this.request = request;
        this.reply = reply;
    }

    GraphRequest request() {
        return request;
    }

    Reply reply() {
        return reply;
    }

    int failures() {
        return failures;
    }

    void failed() {
        failures++;
    }

    void halve() {
        request = request.halved();
    }

    /** Whether this is the first time that a token was not taken. */
    boolean mayRenew() {
        boolean may = !hasRenewed;
        hasRenewed = true;
        return may;
    }

    /** Since when it has been throttled without a break. */
    Instant throttledSince(Instant now) {
        Instant since = throttledSince == null ? now : throttledSince;
        throttledSince = since;
        return since;
    }
}
