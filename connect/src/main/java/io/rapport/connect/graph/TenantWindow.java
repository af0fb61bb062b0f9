package io.rapport.connect.graph;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests may be under way to the whole tenant. It grows with every success and is halved when Graph throttles,
 * at most once a second; and it never lets more answers be under way than fit into the memory set aside for them.
 */
final class TenantWindow {

    private static final double START = 16;
    /** Answers of 50 ms, the quickest that Graph gives, then just keep below its 130,000 requests in ten seconds an app. */
    private static final int MOST = 640;

    private static final Duration CALM = Duration.ofSeconds(1);

    /** What a page is taken for before any was seen. */
    private static final double FIRST_GUESS = 512 << 10;

    private final long memory;
    private double size = START;
    private boolean isCareful;
    private Instant lastHalved = Instant.MIN;
    private double pageBytes = FIRST_GUESS;
    private int underWay;

    /** @param memory bytes that all answers under way may take together */
    TenantWindow(long memory) {
        this.memory = memory;
    }

    boolean mayBegin() {
        return underWay < Math.max(1, Math.min((int) size, memory / pageBytes));
    }

    void begin() {
        underWay++;
    }

    void end() {
        underWay--;
    }

    void succeeded(int bytes) {
        size = Math.min(MOST, size + (isCareful ? 1 / size : 1));
        // Large pages count at once, small ones slowly: the average must not be the small ones' alone.
        pageBytes = bytes > pageBytes ? bytes : Math.max(4 << 10, pageBytes * 0.99 + bytes * 0.01);
    }

    void throttled(Instant now) {
        if (now.isAfter(lastHalved.equals(Instant.MIN) ? Instant.MIN : lastHalved.plus(CALM))) {
            size = Math.max(1, size / 2);
            isCareful = true;
            lastHalved = now;
        }
    }
}
