package io.rapport.serve.server;

import io.rapport.serve.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's time, and some more where a test says so. */
final class MovableTime implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration more) {
        ahead = ahead.plus(more);
    }

    @Override
    public Instant instant() {
        return SystemTime.instants().instant().plus(ahead);
    }
}
