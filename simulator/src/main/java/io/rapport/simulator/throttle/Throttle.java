package io.rapport.simulator.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what every app asks for and refuses what is over a limit. Thread-safe. */
public final class Throttle {

    private static final Duration MAILBOX_WINDOW = Duration.ofMinutes(10);
    private static final Duration TENANT_WINDOW = Duration.ofSeconds(10);
    /** Of a refused fifth request: the four others are done by then. */
    private static final Duration CONCURRENCY_PAUSE = Duration.ofSeconds(1);

    private record AppAndMailbox(String app, String mailbox) {}

    private final InstantSource instants;
    private final Map<AppAndMailbox, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<AppAndMailbox, Window> mailboxes = new ConcurrentHashMap<>();
    private final Map<String, Window> directory = new ConcurrentHashMap<>();
    private final Map<String, Window> all = new ConcurrentHashMap<>();
    private volatile ThrottleLimits limits;

    /** @param instants in whose time the windows pass */
    public Throttle(InstantSource instants, ThrottleLimits limits) {
        this.instants = instants;
        this.limits = limits;
    }

    /** Forgets what was spent, and counts against other limits from now on. */
    public void reset(ThrottleLimits other) {
        limits = other;
        mailboxes.clear();
        directory.clear();
        all.clear();
    }

    public ThrottleLimits limits() {
        return limits;
    }

    /** @throws Throttled where the app asks for too much of everything */
    public void enter(String app) {
        Window window = all.computeIfAbsent(app, any -> new Window(limits.allRequests(), TENANT_WINDOW));
        refuse(Limit.ALL_REQUESTS, window.spend(instants.instant(), 1));
    }

    /**
     * One more request to a mailbox, counted as under way until the ticket is closed.
     *
     * @throws Throttled where it is one too many
     */
    public Ticket enterMailbox(String app, String mailbox) {
        AppAndMailbox pair = new AppAndMailbox(app, mailbox);
        AtomicInteger together = inFlight.computeIfAbsent(pair, any -> new AtomicInteger());
        if (together.incrementAndGet() > limits.mailboxConcurrency()) {
            together.decrementAndGet();
            throw new Throttled(Limit.MAILBOX_CONCURRENCY, CONCURRENCY_PAUSE);
        }
        Window window = mailboxes.computeIfAbsent(pair, any -> new Window(limits.mailboxRequests(), MAILBOX_WINDOW));
        Duration wait = window.spend(instants.instant(), 1);
        if (!wait.isZero()) {
            together.decrementAndGet();
            throw new Throttled(Limit.MAILBOX_REQUESTS, wait);
        }
        return together::decrementAndGet;
    }

    /**
     * @param cost in resource units, at least 1
     * @return how full the tenant's bucket is by now; 1 is full
     * @throws Throttled where it would run over
     */
    public double spendDirectory(String app, long cost) {
        Window window = directory.computeIfAbsent(app, any -> new Window(limits.directoryUnits(), TENANT_WINDOW));
        Instant now = instants.instant();
        refuse(Limit.DIRECTORY_UNITS, window.spend(now, cost));
        return window.share(now);
    }

    private static void refuse(Limit limit, Duration wait) {
        if (!wait.isZero()) {
            throw new Throttled(limit, wait);
        }
    }

    /** A request under way. */
    @FunctionalInterface
    public interface Ticket extends AutoCloseable {

        @Override
        void close();
    }
}
