package io.rapport.serve;

import java.time.Clock;
import java.time.InstantSource;

/** The one place that asks the machine what time it is; everything else takes an {@link InstantSource}. */
public final class SystemTime {

    private SystemTime() {}

    /** Real time, in UTC. */
    public static InstantSource instants() {
        return Clock.systemUTC();
    }
}
