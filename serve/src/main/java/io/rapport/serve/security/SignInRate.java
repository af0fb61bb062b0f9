package io.rapport.serve.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may try to sign in: 30 times in 5 minutes from one address. Thread-safe. */
public final class SignInRate {

    static final int MOST = 30;
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_ADDRESSES = 10_000;

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

    /** The addresses that were seen first go first. */
    private void forget() {
        Iterator<String> oldest = attempts.keySet().iterator();
        while (attempts.size() > MOST_ADDRESSES) {
            oldest.next();
            oldest.remove();
        }
    }
}
