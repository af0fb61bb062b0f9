package io.rapport.connect.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Time that jumps to the next thing that happens, and never passes otherwise. */
public final class VirtualTime implements Loop.Time {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public @Nullable Runnable await(BlockingQueue<Runnable> arrivals, Duration atMost) {
        Runnable arrived = arrivals.poll();
        if (arrived == null) {
            now = now.plus(atMost);
        }
        return arrived;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
