package io.rapport.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The tenant's time: which mail has arrived, who has left. It goes with the machine's and can be set; tokens and limits
 * live in the machine's time. Thread-safe.
 */
public final class TenantClock implements InstantSource {

    private final InstantSource machine;
    private Duration ahead;

    /**
     * @param machine a fixed one makes a clock that only moves by hand
     * @param start what it shows first
     */
    public TenantClock(InstantSource machine, Instant start) {
        this.machine = machine;
        this.ahead = Duration.between(machine.instant(), start);
    }

    @Override
    public synchronized Instant instant() {
        return machine.instant().plus(ahead);
    }

    /** Also back: what was handed out later than that is stale then. */
    public synchronized void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }

    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }
}
