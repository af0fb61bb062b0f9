package io.rapport.serve.export;

import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;

/** Queues the exports of runs that were not tried yet. Several processes may look at once. */
public final class ScheduledExportRound {

    private static final String WHO = "the schedule";

    private final ScheduledExports exports;
    private final ServedRuns runs;
    private final Jobs jobs;

    public ScheduledExportRound(ScheduledExports exports, ServedRuns runs, Jobs jobs) {
        this.exports = exports;
        this.runs = runs;
        this.jobs = jobs;
    }

    /** What failed is tried again with the next run. */
    public void round(Workshop workshop) {
        for (ScheduledExport export : exports.list()) {
            boolean isDue = runs.findLatest(export.output())
                    .filter(latest -> !latest.run().id().equals(export.run()))
                    .isPresent();
            if (isDue && jobs.findOpen(JobKind.REMOVAL, export.output()).isEmpty()) {
                Job unused = workshop.request(JobKind.EXPORT, export.output(), WHO);
            }
        }
    }
}
