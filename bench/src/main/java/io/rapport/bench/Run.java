package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;

/**
 * All measurements of one size.
 *
 * @param imported the import into a new home
 * @param before the scan floor before the enrichments
 * @param usual the enrichment with the usual memory
 * @param small the enrichment with 1 GB
 * @param after the scan floor after them
 */
record Run(Size size, Figures imported, Figures before, Figures usual, Figures small, Figures after) {

    /** Processor seconds of the floor: the mean of both, so that a machine that changes its pace counts once each. */
    double floor() {
        return (before.effort("floor").processorSeconds()
                        + after.effort("floor").processorSeconds())
                / 2;
    }

    double ratio(Effort effort) {
        return effort.processorSeconds() / floor();
    }
}
