package io.rapport.simulator.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What clients did, so that a test can hold them to it. Thread-safe. */
public final class Counters {

    /**
     * @param requests by method and path, ids written as {@code {id}}
     * @param statuses by status
     * @param throttled refused by a limit
     * @param faults that happened
     * @param unexpected faults of the simulator's own; 0 unless it is broken
     * @param mostTogether requests under way at one time
     * @param mostTogetherPerMailbox the same for the busiest mailbox
     */
    public record Totals(
            Map<String, Long> requests,
            Map<Integer, Long> statuses,
            long throttled,
            long faults,
            long unexpected,
            int mostTogether,
            int mostTogetherPerMailbox) {

        /** Requests of all kinds. */
        public long all() {
            return requests.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Requests of one kind, for example {@code GET /users/{id}/mailFolders}. */
        public long requests(String methodAndPath) {
            return requests.getOrDefault(methodAndPath, 0L);
        }
    }

    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perMailbox = new ConcurrentHashMap<>();
    private final AtomicInteger together = new AtomicInteger();
    private final AtomicInteger mostTogether = new AtomicInteger();
    private final AtomicInteger mostPerMailbox = new AtomicInteger();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final LongAdder unexpected = new LongAdder();

    /** A request is under way. */
    public void began() {
        mostTogether.accumulateAndGet(together.incrementAndGet(), Math::max);
    }

    /** It is answered. */
    public void ended(int status) {
        together.decrementAndGet();
        statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
    }

    /** It is understood as one of this kind. */
    public void asked(String methodAndPath) {
        requests.computeIfAbsent(methodAndPath, any -> new LongAdder()).increment();
    }

    /** It asks a mailbox, before any limit is looked at. */
    public void mailboxBegan(String mailbox) {
        int now =
                perMailbox.computeIfAbsent(mailbox, any -> new AtomicInteger()).incrementAndGet();
        mostPerMailbox.accumulateAndGet(now, Math::max);
    }

    public void mailboxEnded(String mailbox) {
        perMailbox.computeIfAbsent(mailbox, any -> new AtomicInteger()).decrementAndGet();
    }

    public void throttled() {
        throttled.increment();
    }

    public void faulted() {
        faults.increment();
    }

    public void unexpected() {
        unexpected.increment();
    }

    public Totals totals() {
        Map<String, Long> byKind = new TreeMap<>();
        requests.forEach((kind, count) -> byKind.put(kind, count.sum()));
        Map<Integer, Long> byStatus = new TreeMap<>();
        statuses.forEach((status, count) -> byStatus.put(status, count.sum()));
        return new Totals(
                byKind,
                byStatus,
                throttled.sum(),
                faults.sum(),
                unexpected.sum(),
                mostTogether.get(),
                mostPerMailbox.get());
    }

    /** Begins at 0 again; what is under way stays so. */
    public void clear() {
        requests.clear();
        statuses.clear();
        throttled.reset();
        faults.reset();
        unexpected.reset();
        mostTogether.set(together.get());
        mostPerMailbox.set(0);
    }
}
