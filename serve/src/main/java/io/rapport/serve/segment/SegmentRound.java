package io.rapport.serve.segment;

import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts every segment after each run of its enrichment, whether anybody looks or not. Thread-safe. */
public final class SegmentRound {

    private final Segments segments;
    private final SegmentCounts counts;
    private final ServedRuns runs;
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    public SegmentRound(Segments segments, SegmentCounts counts, ServedRuns runs) {
        this.segments = segments;
        this.counts = counts;
        this.runs = runs;
    }

    /** Looks at the latest run of each enrichment that was not looked at before. */
    public void round() {
        for (String output : runs.outputs()) {
            ServedRun latest = runs.findLatest(output).orElse(null);
            if (latest == null || done.contains(latest.run().id())) {
                continue;
            }
            for (Segment segment : segments.list(output)) {
                var unused = counts.of(segment, latest);
            }
            done.add(latest.run().id());
        }
    }
}
