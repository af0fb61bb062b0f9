package io.rapport.serve.insight;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;

/** Has collaboration counted after something has landed, whether anybody looks or not. */
public final class CollaborationRound {

    /** There is one report for a home. */
    public static final String SUBJECT = "collaboration";

    private static final String WHO = "the schedule";

    private final Collaborations collaborations;
    private final Jobs jobs;

    public CollaborationRound(Collaborations collaborations, Jobs jobs) {
        this.collaborations = collaborations;
        this.jobs = jobs;
    }

    public void round(Workshop workshop) {
        if (collaborations.isDue(jobs.isAnyOpen(JobKind.SYNC))) {
            Job unused = workshop.request(JobKind.COLLABORATION, SUBJECT, WHO);
        }
    }
}
