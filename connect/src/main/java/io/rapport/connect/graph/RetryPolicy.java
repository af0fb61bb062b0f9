package io.rapport.connect.graph;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a request is tried, and how long it waits between. Nothing is tried for ever.
 *
 * @param attempts most attempts of a request that fails otherwise than by throttling
 * @param patience how long a throttled request may go on waiting in all
 * @param deadline how long one attempt may take, its body included
 */
public record RetryPolicy(int attempts, Duration patience, Duration deadline) {

    /** Six attempts, half an hour, two minutes. */
    public static final RetryPolicy USUAL = new RetryPolicy(6, Duration.ofMinutes(30), Duration.ofMinutes(2));

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Between half of and all of 1, 2, 4, … 60 seconds, so that many clients don't come back at once. */
    Duration backoff(int failures, RandomGenerator random) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, 6));
        Duration longest = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        return longest.dividedBy(2).plusMillis(random.nextLong(longest.toMillis() / 2 + 1));
    }
}
