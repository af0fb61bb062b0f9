package io.rapport.bench.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long answers took, each from the moment when it should have been asked for. Thread-safe. */
public final class Latencies {

    private static final double MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();
    private int failures;

    synchronized void add(long each) {
        nanos.add(each);
    }

    /** An answer that was none, or not a page. */
    synchronized void fail() {
        failures++;
    }

    /** Takes those of the same page from another time. */
    public void addAll(Latencies more) {
        List<Long> others;
        int failed;
        synchronized (more) {
            others = List.copyOf(more.nanos);
            failed = more.failures;
        }
        synchronized (this) {
            nanos.addAll(others);
            failures += failed;
        }
    }

    public synchronized int count() {
        return nanos.size();
    }

    public synchronized int failures() {
        return failures;
    }

    /**
     * Milliseconds that this share of all answers took at most.
     *
     * @param share more than 0, at most 1
     * @throws IllegalStateException where there is no answer
     */
    public synchronized double within(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("no page was answered");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / MILLI;
    }
}
