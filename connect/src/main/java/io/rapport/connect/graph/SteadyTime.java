package io.rapport.connect.graph;

import java.time.Instant;
import java.time.InstantSource;

/** The time as it was, plus what has passed since: it goes on evenly where somebody sets the machine's clock. */
public final class SteadyTime implements InstantSource {

    private final Instant start;
    private final long nanosAtStart = System.nanoTime();

    public SteadyTime(InstantSource clock) {
        this.start = clock.instant();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - nanosAtStart);
    }
}
