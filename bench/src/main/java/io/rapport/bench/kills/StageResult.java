package io.rapport.bench.kills;

import java.util.List;

/**
 * What the kills of a stage came to.
 *
 * @param untouched kills before anything was written
 * @param midst kills while it was at work: something was written, and it was not done
 * @param done kills after the work was done, or that came too late
 * @param usualMillis how long an undisturbed process takes
 * @param workMillis how much of that comes after the first thing that it wrote
 * @param faults what was found, each with the number of its kill
 */
public record StageResult(
        String stage, int untouched, int midst, int done, long usualMillis, long workMillis, List<String> faults) {

    public StageResult {
        faults = List.copyOf(faults);
    }

    public int kills() {
        return untouched + midst + done;
    }
}
