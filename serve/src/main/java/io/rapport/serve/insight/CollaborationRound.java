package io.rapport.serve.insight;

import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;

/** Has collaboration counted after something has landed, whether anybody looks or not. */
public final class CollaborationRound {

    /** There is one report for a home. */
    public static final String SUBJECT = "collaboration";

    private static final String WHO = "the schedule";

    private final Collaborations collaborations;

    public CollaborationRound(Collaborations collaborations) {
        this.collaborations = collaborations;
    }

    public void round(Workshop workshop) {
        if (collaborations.isDue()) {
            Job unused = workshop.request(JobKind.COLLABORATION, SUBJECT, WHO);
        }
    }
}
