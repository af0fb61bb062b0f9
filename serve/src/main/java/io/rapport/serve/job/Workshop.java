package io.rapport.serve.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Does the jobs: two at a time in this process, each by one process among all that share the state database. A job whose
 * process dies is taken up again within half a minute. Thread-safe.
 */
public final class Workshop implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** The state database keeps 50 characters. */
    private static final int LONGEST_MACHINE = 38;

    private static final Duration BETWEEN_TIDYING = Duration.ofHours(1);

    private final Jobs jobs;
    private final InstantSource instants;
    private final Map<JobKind, JobWork> works;
    private final List<Round> rounds;
    private final Consumer<Job> onEnd;
    private final Consumer<Throwable> onUnexpected;
    private final Map<String, JobRun> running = new ConcurrentHashMap<>();
    private final OneTimeTask<Void> task = Tasks.oneTime("job")
            .onFailure((complete, operations) -> operations.reschedule(complete, complete.getTimeDone()))
            .execute((instance, context) -> work(instance.getId()));
    private final Scheduler scheduler;
    private final ScheduledExecutorService cancels = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "job-cancels");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Begins at once.
     *
     * @param isWorking whether this process does jobs; otherwise it asks for them, and others do them
     * @param rounds look at what is due, each in its own rhythm
     * @param onEnd hears of each job that ended in this process
     * @param onUnexpected hears of what went wrong inside
     */
    public Workshop(
            DataSource state,
            Jobs jobs,
            InstantSource instants,
            Map<JobKind, JobWork> works,
            boolean isWorking,
            List<Round> rounds,
            Consumer<Job> onEnd,
            Consumer<Throwable> onUnexpected) {
        this.jobs = jobs;
        this.instants = instants;
        this.works = Map.copyOf(works);
        this.rounds = List.copyOf(rounds);
        this.onEnd = onEnd;
        this.onUnexpected = onUnexpected;
        List<RecurringTask<Void>> recurring = new ArrayList<>();
        rounds.forEach(round -> recurring.add(Tasks.recurring(round.name(), FixedDelay.of(round.pause()))
                .execute((instance, context) -> guarded(() -> round.work().accept(this)))));
        recurring.add(Tasks.recurring("tidy", FixedDelay.of(BETWEEN_TIDYING))
                .execute((instance, context) -> guarded(jobs::tidy)));
        List<Task<?>> known = List.of(task);
        this.scheduler = Scheduler.create(state, known)
                .schedulerName(new SchedulerName.Fixed(processName()))
                .startTasks(recurring)
                .threads(AT_ONCE + 1)
                .pollingInterval(POLL)
                .enableImmediateExecution()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .build();
        if (isWorking) {
            scheduler.start();
            var unused = cancels.scheduleWithFixedDelay(
                    this::lookForCancels, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Machine and process, as the state database shows who does a job. */
    private static String processName() {
        String machine = new SchedulerName.Hostname().getName();
        return machine.substring(0, Math.min(machine.length(), LONGEST_MACHINE)) + " "
                + ProcessHandle.current().pid();
    }

    /** Queues a job, unless one of this kind and subject waits or runs already; answers with that one then. */
    public Job request(JobKind kind, String subject, String requestedBy) {
        Job job = jobs.open(kind, subject, requestedBy);
        if (job.state() == JobState.QUEUED) {
            adopt(job);
        }
        return job;
    }

    /** Has it done, unless that is planned already. */
    void adopt(Job job) {
        boolean unused = scheduler.scheduleIfNotExists(task.instance(job.id()), Instant.EPOCH);
    }

    /** Stops a job, in whatever process it runs. */
    public void cancel(String id) {
        jobs.requestCancel(id);
        Optional.ofNullable(running.get(id)).ifPresent(JobRun::cancel);
        jobs.find(id)
                .filter(job -> job.state() == JobState.QUEUED)
                .ifPresent(job -> jobs.finish(id, JobState.CANCELED, "", null, null));
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish: nothing is wrong where the system does not hear it
    private void work(String id) {
        Job job = jobs.find(id).orElse(null);
        if (job == null || !jobs.start(id)) {
            // Where somebody wanted a job to stop whose process then died, this is its end.
            jobs.finish(id, JobState.CANCELED, "", null, null);
            return;
        }
        JobRun run = new JobRun(id, jobs, instants);
        running.put(id, run);
        // Pages go first: what this thread starts, threads of the engine too, has its priority.
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        boolean isOver = true;
        try {
            isOver = run.run(job, java.util.Objects.requireNonNull(works.get(job.kind())));
        } catch (RuntimeException | Error unexpected) {
            onUnexpected.accept(unexpected);
            jobs.finish(
                    id,
                    JobState.FAILED,
                    "",
                    "INTERNAL",
                    "Something in Rapport itself failed. The server's log says where.");
        } finally {
            running.remove(id);
            Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
        }
        if (!isOver) {
            // Put back: another process, or the next start, takes it up.
            throw new JobBrokenOff();
        }
        boolean unused = Thread.interrupted();
        jobs.find(id).ifPresent(onEnd);
        rounds.stream()
                .filter(Round::isAfterJobs)
                .forEach(round -> guarded(() -> round.work().accept(this)));
    }

    /** Somebody may have asked another process, and work that counts nothing does not look up. */
    private void lookForCancels() {
        try {
            running.forEach((id, run) -> {
                if (jobs.find(id).filter(Job::isCancelRequested).isPresent()) {
                    run.cancel();
                }
            });
        } catch (RapportException away) {
            // The jobs themselves hear of it; the next look is a second later.
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            onUnexpected.accept(failed);
        }
    }

    @Override
    public void close() {
        cancels.shutdownNow();
        running.values().forEach(JobRun::close);
        scheduler.stop();
    }
}
