package io.rapport.serve.enrichment;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/** Queues the runs whose time has come, and the deletions that are owed. Several processes may look at once. */
public final class DueRuns {

    private static final String WHO = "the schedule";

    private final Enrichments enrichments;
    private final RunLog runs;
    private final Jobs jobs;
    private final InstantSource instants;

    public DueRuns(Enrichments enrichments, RunLog runs, Jobs jobs, InstantSource instants) {
        this.enrichments = enrichments;
        this.runs = runs;
        this.jobs = jobs;
        this.instants = instants;
    }

    /** However many times were missed, one run makes up for them. */
    public void round(Workshop workshop) {
        for (Enrichment due : enrichments.due()) {
            Optional<Instant> next = due.schedule().next(instants.instant(), due.timeZone());
            if (!enrichments.take(due, next)) {
                continue;
            }
            if (jobs.findOpen(JobKind.ENRICHMENT, due.output()).isPresent()) {
                runs.skip(
                        RunRequest.unbegun(
                                due.name(),
                                due.output(),
                                LocalDate.ofInstant(instants.instant(), due.timeZone()),
                                due.timeZone()),
                        "Its time came while a run was under way, or waited for its turn.");
            } else {
                Job unused = workshop.request(JobKind.ENRICHMENT, due.output(), WHO);
            }
        }
        // Where a run still writes, its end brings the next round.
        for (Enrichment owed : enrichments.toBeRemoved()) {
            if (jobs.findOpen(JobKind.ENRICHMENT, owed.output()).isEmpty()
                    && jobs.findOpen(JobKind.REMOVAL, owed.output()).isEmpty()) {
                Job unused = workshop.request(JobKind.REMOVAL, owed.output(), WHO);
            }
        }
    }
}
