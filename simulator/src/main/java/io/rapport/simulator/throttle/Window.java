package io.rapport.simulator.throttle;

import java.time.Duration;
import java.time.Instant;

/** So much in a length of time, which begins with the first spending; all is free again when it is over. */
final class Window {

    private final long limit;
    private final Duration length;
    private Instant began = Instant.MIN;
    private long spent;

    Window(long limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    /** @return 0 where it fitted, else how long until there is room */
    synchronized Duration spend(Instant now, long cost) {
        if (!now.isBefore(end()) || now.isBefore(began)) {
            began = now;
            spent = 0;
        }
        if (spent > 0 && spent + cost > limit) {
            return Duration.between(now, end());
        }
        spent += cost;
        return Duration.ZERO;
    }

    /** How full it is; 1 is all that it holds. */
    synchronized double share(Instant now) {
        return now.isBefore(end()) ? (double) spent / limit : 0;
    }

    private Instant end() {
        return began.equals(Instant.MIN) ? began : began.plus(length);
    }
}
