package io.rapport.serve.job;

import io.rapport.core.error.RapportException;
import io.rapport.core.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;

/** One job under way in this process. Progress goes to the database twice a second at most. */
final class JobRun implements Progress {

    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);

    private final String id;
    private final Jobs jobs;
    private final InstantSource instants;
    private final Thread worker = Thread.currentThread();
    private volatile Runnable onStop = () -> {};
    private volatile boolean isCanceled;
    private volatile boolean isClosing;
    private Instant noted = Instant.MIN;

    JobRun(String id, Jobs jobs, InstantSource instants) {
        this.id = id;
        this.jobs = jobs;
        this.instants = instants;
    }

    /** To its end, whatever the end; false where the process is closing and another one has to go on. */
    boolean run(Job job, JobWork work) {
        try {
            String summary = work.run(job.subject(), this, stop -> onStop = stop);
            jobs.finish(id, JobState.SUCCESSFUL, summary, null, null);
        } catch (InterruptedException | CancellationException stopped) {
            return stopped();
        } catch (RapportException failed) {
            if (isCanceled || isClosing) {
                return stopped();
            }
            jobs.finish(id, JobState.FAILED, "", failed.code().name(), failed.text());
        }
        return true;
    }

    private boolean stopped() {
        if (!isCanceled && isClosing) {
            return false;
        }
        jobs.finish(id, JobState.CANCELED, "", null, null);
        return true;
    }

    void cancel() {
        isCanceled = true;
        stop();
    }

    /** The process ends: the job goes on elsewhere, or at the next start. */
    void close() {
        isClosing = true;
        stop();
    }

    private void stop() {
        onStop.run();
        worker.interrupt();
    }

    @Override
    public synchronized void report(String task, long done, long total) {
        Instant now = instants.instant();
        if (now.isBefore(noted.plus(BETWEEN_NOTES)) && !noted.isAfter(now)) {
            return;
        }
        noted = now;
        if (jobs.progressed(id, task, done, total)) {
            cancel();
        }
    }
}
