package io.rapport.serve.insight;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationReport;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.report.DepartmentMemory;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.home.Home;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How departments work, counted after something has landed and kept, so that no page waits for it. A report under another
 * minimum than the present one is not given away. Thread-safe.
 */
public final class Collaborations {

    /** While something lands again and again, it is counted again and again, but not at once. */
    private static final Duration LEAST_PAUSE = Duration.ofMinutes(30);
    /** When all has landed. */
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(2);

    private static final Set<Dataset> READ = LandedRelation.OF_COLLABORATION.stream()
            .map(LandedRelation::dataset)
            .collect(Collectors.toUnmodifiableSet());

    private final Home home;
    private final Supplier<Snapshot> snapshots;
    private final InsightSettings settings;
    private final Supplier<ZoneId> zone;
    private final DepartmentMemory memory;
    private final InstantSource instants;
    private final CollaborationFile file;

    /**
     * @param snapshots what is visible now
     * @param zone the reporting time zone
     */
    public Collaborations(
            Home home,
            Supplier<Snapshot> snapshots,
            InsightSettings settings,
            Supplier<ZoneId> zone,
            DepartmentMemory memory,
            InstantSource instants) {
        this.home = home;
        this.snapshots = snapshots;
        this.settings = settings;
        this.zone = zone;
        this.memory = memory;
        this.instants = instants;
        this.file = new CollaborationFile(home.insights().resolve("collaboration.json"));
    }

    /** The report that pages show; empty where none is counted yet. */
    public Optional<KeptCollaboration> find() {
        return file.find().filter(kept -> kept.report().minimumPeople() == settings.minimumPeople());
    }

    /** Whether there is anything to count: without mail every number of emails would be 0, which is not true. */
    public boolean hasLanded() {
        return hasLanded(snapshots.get());
    }

    private static boolean hasLanded(Snapshot snapshot) {
        return !snapshot.files(Datasets.USER).isEmpty()
                && !snapshot.files(Datasets.MESSAGE).isEmpty();
    }

    /**
     * Whether it has to be counted now. What is kept of people goes with the last of their data.
     *
     * @param isLanding whether a sync goes on: what a first one has brought of some mailboxes says nothing about departments
     */
    public boolean isDue(boolean isLanding) {
        Snapshot snapshot = snapshots.get();
        if (!hasLanded(snapshot)) {
            file.remove();
            return false;
        }
        Duration pause = isLanding ? LEAST_PAUSE : SHORT_PAUSE;
        return find().map(kept -> isStale(kept, snapshot)
                        && !instants.instant().isBefore(kept.countedAt().plus(pause)))
                .orElse(!isLanding);
    }

    private boolean isStale(KeptCollaboration kept, Snapshot snapshot) {
        return !kept.report().zone().equals(zone.get())
                || kept.day().isBefore(today())
                || !kept.countedFrom().equals(files(snapshot));
    }

    /** Counts it over a snapshot, and keeps it. */
    public KeptCollaboration count(Engine engine, Snapshot snapshot) {
        Instant now = instants.instant();
        LocalDate day = today();
        CollaborationRequest request = new CollaborationRequest(null, null, day, zone.get(), settings.minimumPeople());
        try (RunFolder inputs = RunFolder.create(home.temporary().resolve("report-" + UUID.randomUUID()))) {
            Collaboration fresh = new CollaborationReport(engine, memory).run(request, snapshot, inputs.path());
            KeptCollaboration kept = new KeptCollaboration(
                    find().map(earlier -> new EarlierWeeks(earlier.report()).complete(fresh))
                            .orElse(fresh),
                    now,
                    day,
                    files(snapshot));
            file.keep(kept);
            return kept;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(instants.instant(), zone.get());
    }

    /** A name for the files that are read, another one for others. */
    private static String files(Snapshot snapshot) {
        String names = snapshot.files().stream()
                .filter(one -> READ.contains(one.dataset()))
                .map(LandedFile::path)
                .map(path -> String.valueOf(path.getFileName()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
