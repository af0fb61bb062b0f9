package io.rapport.serve.insight;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.ReportRequest;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.home.Home;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What people do with their contacts, as the report on the command line answers it. An answer is kept as long as nothing
 * lands in what it was counted from. Thread-safe; one answer is counted at a time.
 */
public final class ContactActivities {

    private static final int MOST_KEPT = 50;

    private final Home home;
    private final Supplier<Snapshot> snapshots;
    private final DuckDbSettings engine;
    private final Map<ReportRequest, ContactActivity> known = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private List<LandedFile> countedFrom = List.of();

    /** @param snapshots what is visible now */
    public ContactActivities(Home home, Supplier<Snapshot> snapshots, DuckDbSettings engine) {
        this.home = home;
        this.snapshots = snapshots;
        this.engine = engine;
    }

    /**
     * The answer; empty where no signal has landed.
     *
     * @throws io.rapport.core.error.RapportException {@link io.rapport.model.report.ReportError#REPORT_RANGE}
     */
    public synchronized Optional<ContactActivity> find(ReportRequest request) {
        Snapshot snapshot = snapshots.get();
        if (snapshot.files(Datasets.OUTLOOK_CONTACT_ACTIVITY).isEmpty()) {
            return Optional.empty();
        }
        List<LandedFile> files = snapshot.files().stream()
                .filter(file -> file.dataset().equals(Datasets.OUTLOOK_CONTACT_ACTIVITY)
                        || file.dataset().equals(Datasets.USER))
                .toList();
        if (!files.equals(countedFrom)) {
            known.clear();
            countedFrom = files;
        }
        @Nullable ContactActivity answer = known.get(request);
        if (answer == null) {
            answer = count(request, snapshot);
            if (known.size() >= MOST_KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(request, answer);
        }
        return Optional.of(answer);
    }

    private ContactActivity count(ReportRequest request, Snapshot snapshot) {
        try (RunFolder inputs = RunFolder.create(home.temporary().resolve("report-" + UUID.randomUUID()))) {
            return new ContactActivityReport(new DuckDbEngine(engine)).run(request, snapshot, inputs.path());
        }
    }
}
