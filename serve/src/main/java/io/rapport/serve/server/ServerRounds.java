package io.rapport.serve.server;

import io.rapport.serve.enrichment.DueRuns;
import io.rapport.serve.job.Round;
import java.time.Duration;
import java.util.List;

/** All that the server looks at again and again. */
final class ServerRounds {

    private static final Duration BETWEEN_SYNCS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LETTERS = Duration.ofSeconds(10);

    private final SyncSchedule syncs;
    private final DueRuns runs;
    private final LetterRound letters;

    ServerRounds(SyncSchedule syncs, DueRuns runs, LetterRound letters) {
        this.syncs = syncs;
        this.runs = runs;
        this.letters = letters;
    }

    List<Round> list() {
        return List.of(
                new Round("round", BETWEEN_SYNCS, syncs::round),
                new Round("enrichments", BETWEEN_RUNS, runs::round),
                new Round("letters", BETWEEN_LETTERS, any -> letters.round()));
    }
}
