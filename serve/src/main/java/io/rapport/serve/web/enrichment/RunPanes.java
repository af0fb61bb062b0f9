package io.rapport.serve.web.enrichment;

import io.rapport.model.run.RunStage;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.run.RunState;
import io.rapport.serve.run.RunTask;
import io.rapport.serve.web.Say;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds how far the run of an output table is, or how the last one ended. */
public final class RunPanes {

    private final Jobs jobs;
    private final RunLog runs;
    private final InstantSource instants;

    public RunPanes(Jobs jobs, RunLog runs, InstantSource instants) {
        this.jobs = jobs;
        this.runs = runs;
        this.instants = instants;
    }

    /** The one that waits or runs, else the last one; empty before the first. */
    Optional<RunPane> find(String output) {
        Instant now = instants.instant();
        Optional<Job> open = jobs.findOpen(JobKind.ENRICHMENT, output);
        Optional<Job> last = jobs.findLast(JobKind.ENRICHMENT, output);
        Optional<Run> run = runs.list().stream()
                .filter(any -> any.request().output().equals(output) && any.state() != RunState.SKIPPED)
                .findFirst();
        if (open.isPresent()) {
            return Optional.of(open(output, open.get(), run, now));
        }
        // A job that failed before its run began has no run.
        Optional<Job> unbegun = last.filter(job -> job.state() == JobState.FAILED
                && run.filter(began -> !began.startedAt().isBefore(job.requestedAt()))
                        .isEmpty());
        if (unbegun.isPresent()) {
            Job failed = unbegun.get();
            return Optional.of(new RunPane(
                    output,
                    failed.state().word(),
                    "loss",
                    Say.ago(failed.requestedAt(), now),
                    "",
                    -1,
                    List.of(),
                    failed.findErrorText().stream().toList(),
                    true));
        }
        return run.map(ended -> over(output, ended, last, now));
    }

    private RunPane open(String output, Job job, Optional<Run> latest, Instant now) {
        boolean isQueued = job.state() == JobState.QUEUED;
        Instant started = job.startedAt();
        Optional<Run> run = latest.filter(any -> any.state() == RunState.REFRESHING);
        return new RunPane(
                output,
                isQueued ? "Queued" : "Refreshing",
                isQueued ? "waiting" : "busy",
                started == null
                        ? "asked for " + Say.ago(job.requestedAt(), now)
                        : "for " + Say.duration(Duration.between(started, now)),
                isQueued ? "Waiting for its turn" : job.task(),
                job.total() > 0 ? (int) Math.min(100, job.done() * 100 / job.total()) : -1,
                tasks(run, now),
                List.of(),
                false);
    }

    private RunPane over(String output, Run run, Optional<Job> job, Instant now) {
        Instant ended = run.finishedAt();
        List<String> remarks = new ArrayList<>(run.warnings());
        String code = run.errorCode();
        if (code != null) {
            remarks.add(job.flatMap(Job::findErrorText).orElse("Code " + code));
        }
        return new RunPane(
                output,
                run.state().words(),
                EnrichmentWords.colour(run.state()),
                Say.ago(run.startedAt(), now)
                        + (ended == null ? "" : ", took " + Say.duration(Duration.between(run.startedAt(), ended))),
                "",
                -1,
                tasks(Optional.of(run), now),
                remarks,
                run.state() != RunState.REFRESHING);
    }

    private List<RunPane.TaskLine> tasks(Optional<Run> run, Instant now) {
        Map<String, RunTask> begun = run.map(any -> runs.tasks().list(any.id())).orElse(List.of()).stream()
                .collect(Collectors.toMap(RunTask::title, Function.identity()));
        boolean isOver = run.filter(any -> any.state() != RunState.REFRESHING).isPresent();
        return isOver && begun.isEmpty()
                ? List.of()
                : Arrays.stream(RunStage.values())
                        .map(stage -> line(stage.words(), begun.get(stage.words()), run, now))
                        .toList();
    }

    private static RunPane.TaskLine line(String title, @Nullable RunTask task, Optional<Run> run, Instant now) {
        if (task == null) {
            boolean isOver =
                    run.filter(any -> any.state() != RunState.REFRESHING).isPresent();
            return new RunPane.TaskLine(title, isOver ? "Skipped" : "Queued", "waiting", "", "");
        }
        Instant ended = task.finishedAt();
        Long rows = task.rows();
        if (ended == null) {
            RunState state = run.map(Run::state).orElse(RunState.REFRESHING);
            return new RunPane.TaskLine(
                    title,
                    state.words(),
                    EnrichmentWords.colour(state),
                    "",
                    state == RunState.REFRESHING ? Say.duration(Duration.between(task.startedAt(), now)) : "");
        }
        return new RunPane.TaskLine(
                title,
                "Successful",
                "ok",
                rows == null ? "" : Say.count(rows),
                Say.duration(Duration.between(task.startedAt(), ended)));
    }
}
