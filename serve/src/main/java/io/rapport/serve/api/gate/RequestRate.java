package io.rapport.serve.api.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts requests by who sends them, minute by minute. Thread-safe. */
final class RequestRate {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;

    private final InstantSource instants;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    RequestRate(InstantSource instants) {
        this.instants = instants;
    }

    private record Window(Instant begin, int count) {}

    /** Counts a request; where it is one too many, says how long to wait. */
    synchronized Optional<Duration> take(String caller, int most) {
        Instant now = instants.instant();
        Window window = window(caller, now);
        if (window.count() >= most) {
            return Optional.of(Duration.between(now, window.begin().plus(WINDOW)));
        }
        windows.put(caller, new Window(window.begin(), window.count() + 1));
        forget();
        return Optional.empty();
    }

    /** As the other one, and counts nothing. */
    synchronized Optional<Duration> look(String caller, int most) {
        Instant now = instants.instant();
        Window window = window(caller, now);
        return window.count() >= most
                ? Optional.of(Duration.between(now, window.begin().plus(WINDOW)))
                : Optional.empty();
    }

    private Window window(String caller, Instant now) {
        Window known = windows.get(caller);
        boolean isOver = known == null || !now.isBefore(known.begin().plus(WINDOW));
        return known == null || isOver ? new Window(now, 0) : known;
    }

    /** Those that were seen first go first. */
    private void forget() {
        Iterator<String> oldest = windows.keySet().iterator();
        while (windows.size() > MOST_CALLERS) {
            oldest.next();
            oldest.remove();
        }
    }
}
