package io.rapport.simulator.throttle;

import java.time.Duration;

/** A request that is over a limit. */
public final class Throttled extends RuntimeException {

    private final Limit limit;
    private final transient Duration retryAfter;

    Throttled(Limit limit, Duration retryAfter) {
        super(limit.message(), null, false, false);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    public Limit limit() {
        return limit;
    }

    /** When the limit has room again; more than 0. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
