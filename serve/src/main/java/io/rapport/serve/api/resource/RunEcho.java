package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;

/** Which run an answer is of, and what the reader should know of it. */
final class RunEcho {

    /** Name of the parameter. */
    static final String ENRICHMENT = "enrichment";

    private RunEcho() {}

    static void resolve(Call call, ServedRun run) {
        call.resolve("output", run.output());
        call.resolve("run", run.run().id());
        call.resolve("asOf", run.asOf());
        call.warn(run.run().warnings());
    }

    /**
     * The latest run of the enrichment that was asked for, else of the primary one; where a list goes on, the run with which it
     * began.
     */
    static ServedRun require(Call call, ServedRuns runs, Paging.Place place) {
        if (!place.of().isEmpty()) {
            return runs.find(place.of()).orElseThrow(Paging::invalid);
        }
        String asked = call.text(ENRICHMENT);
        return (asked.isEmpty()
                        ? runs.outputs().stream().findFirst().flatMap(runs::findLatest)
                        : runs.findLatest(asked))
                .orElseThrow(() -> Words.none("enrichment with a run"));
    }
}
