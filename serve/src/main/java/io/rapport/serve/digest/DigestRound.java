package io.rapport.serve.digest;

import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;

/** Queues the digests of runs of active enrichments that have none yet. Several processes may look at once. */
public final class DigestRound {

    private static final String WHO = "the schedule";

    private final Enrichments enrichments;
    private final DigestRun digests;
    private final Jobs jobs;

    public DigestRound(Enrichments enrichments, DigestRun digests, Jobs jobs) {
        this.enrichments = enrichments;
        this.digests = digests;
        this.jobs = jobs;
    }

    public void round(Workshop workshop) {
        for (Enrichment enrichment : enrichments.list()) {
            String output = enrichment.output();
            if (enrichment.state() == EnrichmentState.ACTIVE
                    && jobs.findOpen(JobKind.REMOVAL, output).isEmpty()
                    && !digests.due(output).isEmpty()) {
                Job unused = workshop.request(JobKind.DIGEST, output, WHO);
            }
        }
    }
}
