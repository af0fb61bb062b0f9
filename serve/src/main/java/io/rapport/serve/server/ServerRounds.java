package io.rapport.serve.server;

import io.rapport.serve.digest.DeliveryRound;
import io.rapport.serve.digest.DigestRound;
import io.rapport.serve.enrichment.DueRuns;
import io.rapport.serve.export.ScheduledExportRound;
import io.rapport.serve.insight.CollaborationRound;
import io.rapport.serve.job.Round;
import io.rapport.serve.segment.SegmentRound;
import io.rapport.serve.upkeep.UpkeepRound;
import java.time.Duration;
import java.util.List;

/** All that the server looks at again and again. */
final class ServerRounds {

    private static final Duration BETWEEN_SYNCS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_EXPORTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_DIGESTS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_UPKEEP = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LETTERS = Duration.ofSeconds(10);

    private final SyncSchedule syncs;
    private final DueRuns runs;
    private final LetterRound letters;
    private final SegmentRound segments;
    private final ScheduledExportRound exports;
    private final CollaborationRound collaborations;
    private final DigestRound digests;
    private final DeliveryRound deliveries;
    private final UpkeepRound upkeep;

    ServerRounds(
            SyncSchedule syncs,
            DueRuns runs,
            LetterRound letters,
            SegmentRound segments,
            ScheduledExportRound exports,
            CollaborationRound collaborations,
            DigestRound digests,
            DeliveryRound deliveries,
            UpkeepRound upkeep) {
        this.syncs = syncs;
        this.runs = runs;
        this.letters = letters;
        this.segments = segments;
        this.exports = exports;
        this.collaborations = collaborations;
        this.digests = digests;
        this.deliveries = deliveries;
        this.upkeep = upkeep;
    }

    List<Round> list() {
        return List.of(
                new Round("round", BETWEEN_SYNCS, false, syncs::round),
                new Round("enrichments", BETWEEN_RUNS, true, runs::round),
                new Round("letters", BETWEEN_LETTERS, false, any -> letters.round()),
                new Round("segments", BETWEEN_COUNTS, false, any -> segments.round()),
                new Round("exports", BETWEEN_EXPORTS, true, exports::round),
                new Round("collaboration", BETWEEN_REPORTS, true, collaborations::round),
                new Round("digests", BETWEEN_DIGESTS, true, digests::round),
                new Round("deliveries", BETWEEN_DIGESTS, false, any -> deliveries.round()),
                new Round("upkeep", BETWEEN_UPKEEP, false, upkeep::round));
    }
}
