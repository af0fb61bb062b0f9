package io.rapport.bench.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, each from the moment when it should have been asked for. Thread-safe. */
public final class Latencies {

    private static final double MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();
    /** How many, by what was there in place of a page. */
    private final Map<String, Integer> failures = new TreeMap<>();

    synchronized void add(long each) {
        nanos.add(each);
    }

    /** @param what was there in place of a page: a status, or the kind of failure */
    synchronized void fail(String what) {
        failures.merge(what, 1, Integer::sum);
    }

    /** Takes those of the same page from another time. */
    public void addAll(Latencies more) {
        List<Long> others;
        Map<String, Integer> failed;
        synchronized (more) {
            others = List.copyOf(more.nanos);
            failed = Map.copyOf(more.failures);
        }
        synchronized (this) {
            nanos.addAll(others);
            failed.forEach((what, times) -> failures.merge(what, times, Integer::sum));
        }
    }

    public synchronized int count() {
        return nanos.size();
    }

    /** Empty where each answer was a page. */
    public synchronized Map<String, Integer> failures() {
        return Map.copyOf(failures);
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
