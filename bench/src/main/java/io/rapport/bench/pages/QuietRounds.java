package io.rapport.bench.pages;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes a round again during which the host gave the processors to others' machines: how long an answer took then says how
 * long it waited for them. For one thread.
 */
public final class QuietRounds {

    private final double limit;
    private final int most;
    private final Supplier<ProcessorTime> clock;
    private double worst;

    /**
     * @param limit the share of the processors' time, from 0 to 1, up to which a round counts at once
     * @param most how often a round is taken at most; the one of which the least was stolen counts then
     */
    public QuietRounds(double limit, int most, Supplier<ProcessorTime> clock) {
        this.limit = limit;
        this.most = most;
        this.clock = clock;
    }

    /** One round. */
    @FunctionalInterface
    public interface Round {

        /** @param attempt from 1 */
        Map<String, Latencies> take(int attempt) throws IOException, InterruptedException;
    }

    /** The first round that counts. */
    public Map<String, Latencies> take(Round round) throws IOException, InterruptedException {
        Map<String, Latencies> least = Map.of();
        double stolen = 1;
        for (int attempt = 1; attempt <= most && (attempt == 1 || stolen > limit); attempt++) {
            ProcessorTime before = clock.get();
            Map<String, Latencies> found = round.take(attempt);
            double share = clock.get().stolenSince(before);
            if (attempt == 1 || share < stolen) {
                least = found;
                stolen = share;
            }
        }
        worst = Math.max(worst, stolen);
        return least;
    }

    /** The most that was stolen of a round that counts, from 0 to 1. */
    public double worst() {
        return worst;
    }
}
