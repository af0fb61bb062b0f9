package io.rapport.simulator.graph.call;

import io.rapport.simulator.chance.Chance;

/**
 * What Graph is free to do between two pages, and at times does.
 *
 * @param emptyPerMille how many of a thousand pages are empty and lead on
 * @param replayPerMille how many of a thousand pages of a delta round tell some of the page before once more
 */
public record Quirks(int emptyPerMille, int replayPerMille) {

    /** Every page is full, and nothing comes twice. */
    public static final Quirks NONE = new Quirks(0, 0);

    /** Often enough for every sync to meet them. */
    public static final Quirks USUAL = new Quirks(60, 60);

    public Quirks {
        if (emptyPerMille < 0 || emptyPerMille > 500 || replayPerMille < 0 || replayPerMille > 1000) {
            throw new IllegalArgumentException(
                    "Of a thousand pages 0 to 500 are empty, and 0 to 1,000 tell things twice.");
        }
    }

    /** Two empty pages never follow each other. */
    boolean isEmpty(String what, int page) {
        return page > 0 && page % 2 == 1 && Chance.isWithin(key(what, page, 1), 2 * emptyPerMille);
    }

    boolean isReplay(String what, int page) {
        return page > 0 && Chance.isWithin(key(what, page, 2), replayPerMille);
    }

    private static long key(String what, int page, int purpose) {
        return Chance.mix(Chance.key(page, what), purpose);
    }
}
