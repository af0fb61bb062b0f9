package io.rapport.serve.web.job;

import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.web.Say;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A job, as people see it.
 *
 * @param title what it does, and to what
 * @param state as a word, and as the class of its colour
 * @param task what it is doing
 * @param percent how far it is; -1 where that is not known
 * @param count done of total, in words; empty where there is nothing to count
 * @param timing when it was asked for, how long it has taken
 * @param result what came of it, or why nothing did; empty before
 * @param isOver whether it ended
 * @param canCancel whether it can be stopped still
 */
public record JobView(
        String id,
        String title,
        String state,
        String colour,
        String task,
        int percent,
        String count,
        String timing,
        String result,
        boolean isOver,
        boolean canCancel) {

    public static JobView of(Job job, Instant now) {
        Instant started = job.startedAt();
        Instant ended = job.finishedAt();
        String timing = "asked for by " + job.requestedBy() + " " + Say.ago(job.requestedAt(), now)
                + (started == null
                        ? ""
                        : ended == null
                                ? ", running for " + Say.duration(Duration.between(started, now))
                                : ", took " + Say.duration(Duration.between(started, ended)));
        return new JobView(
                job.id(),
                title(job),
                job.state().word(),
                colour(job.state()),
                job.state() == JobState.QUEUED ? "Waiting for its turn" : job.task(),
                job.total() > 0 ? (int) Math.min(100, job.done() * 100 / job.total()) : -1,
                job.total() > 0 ? Say.count(job.done()) + " of " + Say.count(job.total()) : "",
                timing,
                job.findErrorText().orElseGet(() -> result(job)),
                job.state().isOver(),
                job.kind().isCancelable() && !job.state().isOver() && !job.isCancelRequested());
    }

    private static String result(Job job) {
        return job.kind() == JobKind.DOCTOR ? Diagnosis.sum(job.summary()) : job.summary();
    }

    private static String title(Job job) {
        return job.kind() == JobKind.DOCTOR ? job.kind().word() : job.kind().word() + " of " + subject(job);
    }

    private static String subject(Job job) {
        int slash = job.subject().lastIndexOf('/');
        return slash < 0 ? job.subject() : job.subject().substring(slash + 1);
    }

    private static String colour(JobState state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case RUNNING -> "busy";
            case SUCCESSFUL -> "ok";
            case FAILED -> "loss";
            case CANCELED -> "attention";
        };
    }

    /** For the class of a bar. */
    public String word() {
        return state.toLowerCase(Locale.ENGLISH);
    }
}
