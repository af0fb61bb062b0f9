package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.Segment;
import io.rapport.serve.segment.SegmentCounts;
import io.rapport.serve.segment.Segments;
import java.util.List;
import java.util.Optional;

/** Segments, ready-made or saved, and how many each has. Thread-safe. */
public final class CountedSegments {

    static final Parameter ENRICHMENT = Parameter.text(
            RunEcho.ENRICHMENT, "Name of the output table of ready-made segments; else the primary one.");

    private final Segments segments;
    private final SegmentCounts counts;
    private final ServedRuns runs;

    public CountedSegments(Segments segments, SegmentCounts counts, ServedRuns runs) {
        this.segments = segments;
        this.counts = counts;
        this.runs = runs;
    }

    /** All of one enrichment; none where there is no enrichment at all. */
    List<SegmentShapes.Counted> list(Call call) {
        String asked = call.text(RunEcho.ENRICHMENT);
        if (asked.isEmpty() && runs.outputs().isEmpty()) {
            return segments.list().stream().map(this::count).toList();
        }
        String output = requireOutput(asked);
        call.resolve("output", output);
        return segments.list(output).stream().map(this::count).toList();
    }

    /** An enrichment with a run; the primary one where none is named. */
    String requireOutput(String asked) {
        return runs.outputs().stream()
                .filter(output -> asked.isEmpty() || output.equals(asked))
                .findFirst()
                .orElseThrow(() -> Words.none("enrichment with a run"));
    }

    Segment require(Call call) {
        String id = call.text("segment");
        return ReadyMade.find(id)
                .map(made -> made.of(requireOutput(call.text(RunEcho.ENRICHMENT))))
                .or(() -> segments.find(id))
                .orElseThrow(() -> Words.none("segment"));
    }

    SegmentShapes.Counted count(Segment segment) {
        Optional<ServedRun> run = runs.findLatest(segment.output());
        return new SegmentShapes.Counted(segment, run.map(latest -> counts.of(segment, latest)));
    }

    SegmentCounts counts() {
        return counts;
    }
}
