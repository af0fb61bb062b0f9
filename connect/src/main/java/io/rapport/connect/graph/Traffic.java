package io.rapport.connect.graph;

import java.time.Duration;
import java.time.Instant;

/** What was sent so far, for people who watch. For the loop's thread. */
public final class Traffic {

    private long requests;
    private long failures;
    private long bytes;
    private Duration throttled = Duration.ZERO;
    private Instant throttledUntil = Instant.MIN;

    /** HTTP requests, repeated ones and tokens included. */
    public long requests() {
        return requests;
    }

    /** Of these, those that had to be repeated or came to nothing. */
    public long failures() {
        return failures;
    }

    /** Bytes of answers, as they came over the network. */
    public long bytes() {
        return bytes;
    }

    /** How long Graph had at least one mailbox wait; times that overlap count once. */
    public Duration throttled() {
        return throttled;
    }

    void sent() {
        requests++;
    }

    void received(int size) {
        bytes += size;
    }

    void failed() {
        failures++;
    }

    void throttled(Instant now, Instant until) {
        Instant from = throttledUntil.isAfter(now) ? throttledUntil : now;
        if (until.isAfter(from)) {
            throttled = throttled.plus(Duration.between(from, until));
            throttledUntil = until;
        }
    }
}
