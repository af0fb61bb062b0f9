package io.rapport.simulator.chance;

import java.util.List;

/** A sequence of numbers that a key begins. Two with the same key draw the same. Not thread-safe; meant to live briefly. */
public final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Draws(long key) {
        this.state = key;
    }

    public long next() {
        state += GOLDEN;
        return Chance.scramble(state);
    }

    /** From 0 to {@code bound - 1}. */
    public int below(int bound) {
        return Chance.below(next(), bound);
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True so many times out of a thousand. */
    public boolean isWithin(int perMille) {
        return below(1000) < perMille;
    }

    public <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The index of the first sum that is greater than a number drawn below the last sum, which must be above 0. */
    public int ofSums(int[] sums) {
        int drawn = below(sums[sums.length - 1]);
        int index = 0;
        while (sums[index] <= drawn) {
            index++;
        }
        return index;
    }
}
