package io.rapport.bench.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long one page's answers took, round by round. What a machine that others use too does to one round, it hardly does to
 * most of them. For one thread.
 */
public final class PageRounds {

    private final List<Latencies> rounds = new ArrayList<>();

    /** Adds a round; one without any answer is none. */
    public void add(Latencies round) {
        if (round.count() > 0 || !round.failures().isEmpty()) {
            rounds.add(round);
        }
    }

    /** Answers of all rounds. */
    int count() {
        return rounds.stream().mapToInt(Latencies::count).sum();
    }

    /** Of all rounds, by what was there in place of a page. */
    Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        rounds.forEach(round -> round.failures().forEach((what, times) -> failures.merge(what, times, Integer::sum)));
        return failures;
    }

    /**
     * Milliseconds that this share of a round's answers took at most: that of the middle round, and of two in the middle
     * the worse.
     *
     * @param share more than 0, at most 1
     * @throws IllegalStateException where there is no answer
     */
    double within(double share) {
        List<Double> found = rounds.stream()
                .filter(round -> round.count() > 0)
                .map(round -> round.within(share))
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no page was answered");
        }
        return found.get(found.size() / 2);
    }

    /** Milliseconds that the longest answer of all took. */
    double most() {
        return rounds.stream()
                .filter(round -> round.count() > 0)
                .mapToDouble(round -> round.within(1))
                .max()
                .orElseThrow();
    }
}
