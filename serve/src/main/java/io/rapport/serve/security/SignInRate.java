package io.rapport.serve.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may try to sign in in vain: 30 requests in 5 minutes from one address. Who comes in does not count, for a
 * whole office may come in the morning from one address. Thread-safe.
 */
public final class SignInRate {

    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_ADDRESSES = 10_000;

    /** Requests of one sign-in: to the provider, and back. */
    private static final int OF_ONE = 2;

    private final InstantSource instants;
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>();

    public SignInRate(InstantSource instants) {
        this.instants = instants;
    }

    /** Counts an attempt; says whether it may go on. */
    synchronized boolean isAllowed(String address) {
        Instant now = instants.instant();
        Deque<Instant> mine = attempts.computeIfAbsent(address, any -> new ArrayDeque<>());
        while (!mine.isEmpty() && mine.peekFirst().isBefore(now.minus(WINDOW))) {
            mine.removeFirst();
        }
        if (mine.size() >= MOST) {
            return false;
        }
        mine.addLast(now);
        forget();
        return true;
    }

    /** Somebody came in: the requests that led to it are not counted any more. */
    synchronized void cameIn(String address) {
        Deque<Instant> mine = attempts.getOrDefault(address, new ArrayDeque<>());
        for (int i = 0; i < OF_ONE; i++) {
            mine.pollLast();
        }
    }

    /** The addresses that were seen first go first. */
    private void forget() {
        Iterator<String> oldest = attempts.keySet().iterator();
        while (attempts.size() > MOST_ADDRESSES) {
            oldest.next();
            oldest.remove();
        }
    }
}
