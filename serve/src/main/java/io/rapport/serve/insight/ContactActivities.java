package io.rapport.serve.insight;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportRequest;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.home.Home;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do with their contacts, as the report on the command line answers it, of now or of a minute ago at most.
 * Thread-safe; one answer is counted at a time.
 */
public final class ContactActivities implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_PREPARATIONS = Duration.ofSeconds(15);
    /** While a server starts, the processors are for that. */
    private static final Duration AFTER_THE_START = Duration.ofSeconds(3);

    private final Home home;
    private final Supplier<Snapshot> snapshots;
    private final InsightSettings settings;
    private final DuckDbSettings engine;
    private final Consumer<Throwable> onUnexpected;
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(ContactActivities::thread);
    private final Recounted<ReportRequest, Counted, Optional<ContactActivity>> answers;

    /** What is counted, the same where the files are: what else is committed meanwhile makes no difference. */
    private record Counted(List<LandedFile> files, Snapshot snapshot) {

        static Counted of(Snapshot snapshot) {
            return new Counted(
                    snapshot.files().stream()
                            .filter(file -> file.dataset().equals(Datasets.OUTLOOK_CONTACT_ACTIVITY)
                                    || file.dataset().equals(Datasets.USER))
                            .toList(),
                    snapshot);
        }

        boolean isWithin(Counted other) {
            return other.files.containsAll(files);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Counted counted && files.equals(counted.files);
        }

        @Override
        public int hashCode() {
            return files.hashCode();
        }
    }

    /**
     * Counts soon what most people ask, and again whenever something has landed: it is ready before somebody asks.
     *
     * @param snapshots what is visible now
     * @param onUnexpected hears of what went wrong inside while nobody waited
     */
    public ContactActivities(
            Home home,
            Supplier<Snapshot> snapshots,
            InsightSettings settings,
            DuckDbSettings engine,
            InstantSource clock,
            Consumer<Throwable> onUnexpected) {
        this.home = home;
        this.snapshots = snapshots;
        this.settings = settings;
        this.engine = engine;
        this.onUnexpected = onUnexpected;
        this.answers = new Recounted<>(
                () -> Counted.of(this.snapshots.get()), this::count, Counted::isWithin, PATIENCE, clock, this::later);
        var unused = later.scheduleWithFixedDelay(
                guarded(this::prepare),
                AFTER_THE_START.toMillis(),
                BETWEEN_PREPARATIONS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Does something small while nobody waits, one thing at a time. */
    public void later(Runnable work) {
        later.execute(guarded(work));
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException unexpected) {
                onUnexpected.accept(unexpected);
            }
        };
    }

    private void prepare() {
        try {
            Optional<ContactActivity> unused = find(null, null, Granularity.MONTH);
        } catch (RapportException away) {
            // Whoever asks hears of it; the next look comes soon.
        }
    }

    /**
     * The answer, in UTC, with groups of as many people as an administrator chose; empty where no signal has landed.
     *
     * @param from first day, inclusive; null for that of the first signal
     * @param to last day, exclusive; null for the day after the last signal
     * @throws io.rapport.core.error.RapportException {@link io.rapport.model.report.ReportError#REPORT_RANGE}
     */
    public Optional<ContactActivity> find(@Nullable LocalDate from, @Nullable LocalDate to, Granularity by) {
        ReportRequest request = new ReportRequest(from, to, by, ZoneId.of("UTC"), settings.minimumPeople());
        return answers.find(request, Counted.of(snapshots.get()));
    }

    private Optional<ContactActivity> count(ReportRequest request, Counted counted) {
        if (counted.snapshot().files(Datasets.OUTLOOK_CONTACT_ACTIVITY).isEmpty()) {
            return Optional.empty();
        }
        try (RunFolder inputs = RunFolder.create(home.temporary().resolve("report-" + UUID.randomUUID()))) {
            return Optional.of(new ContactActivityReport(new DuckDbEngine(engine))
                    .run(request, counted.snapshot(), inputs.path()));
        }
    }

    /** With the priority of pages: one of them may be waiting for what it counts. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "contact-activity");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
