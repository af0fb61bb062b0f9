package io.rapport.serve.api.resource;

import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;

/** Jobs, as the API tells them. */
final class JobShapes {

    static final Shape<Job> JOB = Shape.of(Job.class, "Job", "Work that the server does.")
            .text("id", "Never given again.", Job::id)
            .choice("kind", "What it does.", Words.all(JobKind.class), job -> Words.of(job.kind()))
            .text("subject", "To what: a connection's or output table's name, or an extraction's id.", Job::subject)
            .choice("state", "Where it stands.", Words.all(JobState.class), job -> Words.of(job.state()))
            .time("requestedAt", "When it was asked for.", Job::requestedAt)
            .timeOrNull("startedAt", "Null before.", Job::startedAt)
            .timeOrNull("finishedAt", "Null before.", Job::finishedAt)
            .text("task", "What it is doing.", Job::task)
            .count("done", "Units finished.", Job::done)
            .countOrNull(
                    "total", "Units in all; null where that is not known.", job -> job.total() < 0 ? null : job.total())
            .text("summary", "What came of it.", Job::summary)
            .textOrNull("errorCode", "Why it failed; null otherwise.", Job::errorCode)
            .textOrNull("errorText", "The same for people.", Job::errorText)
            .flag("isCancelRequested", "Whether somebody wants it to stop.", Job::isCancelRequested)
            .build();

    private JobShapes() {}
}
