package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.upkeep.Upkeep;
import io.rapport.serve.upkeep.Upkeep.FormerMonth;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.upkeep.UpkeepSubject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Retention and compaction, asked for outside of the nights. The months are those of the settings. */
public final class UpkeepOperations {

    private static final String TAG = "Retention and compaction";

    private static final Shape<FormerMonth> MONTH = Shape.of(
                    FormerMonth.class, "FormerMonth", "A month of a dataset that a retention takes out.")
            .text("dataset", "Of which dataset.", one -> one.dataset().name())
            .text("month", "Such as 2025-09, in UTC.", FormerMonth::month)
            .count("rows", "Of its files, hidden ones included.", FormerMonth::rows)
            .count("bytes", "Of its files.", FormerMonth::bytes)
            .build();

    private record Retention(@Nullable String keptFrom, List<FormerMonth> former) {}

    private static final Shape<Retention> RETENTION = Shape.of(
                    Retention.class, "Retention", "What is kept, and what is older and still there.")
            .textOrNull("keptFrom", "The first month that is kept; null where all are.", Retention::keptFrom)
            .many("former", "Months that leave.", MONTH, Retention::former)
            .build();

    private final Lake lake;
    private final UpkeepSettings settings;
    private final InstantSource instants;
    private final Workshop workshop;

    public UpkeepOperations(Lake lake, UpkeepSettings settings, InstantSource instants, Workshop workshop) {
        this.lake = lake;
        this.settings = settings;
        this.instants = instants;
        this.workshop = workshop;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("getRetention", "/retention", "What a retention would take out now; changes nothing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Retention")
                        .answers(RETENTION, call -> retention()),
                Draft.post(
                                "retain",
                                "/retention",
                                "Takes rows of former months out of the lake, without waiting for the night.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "Former months")
                        .begins(JobShapes.JOB, call -> begin(call, UpkeepSubject.FORMER_MONTHS)),
                Draft.post("compact", "/compaction", "Folds the lake's files together; everybody sees the same rows.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Compaction")
                        .takes(Parameter.choice(
                                "dataset",
                                Datasets.all().stream().map(Dataset::name).toList(),
                                "",
                                "One dataset; all unless it is named."))
                        .begins(
                                JobShapes.JOB,
                                call -> begin(
                                        call,
                                        call.text("dataset").isEmpty()
                                                ? UpkeepSubject.ALL_FILES
                                                : call.text("dataset"))));
    }

    private Retention retention() {
        Optional<KeptMonths> kept = settings.keptFor().at(instants.instant());
        return new Retention(kept.map(months -> months.first().toString()).orElse(null), new Upkeep(lake).former(kept));
    }

    private Job begin(Call call, String subject) {
        Job job = workshop.request(JobKind.UPKEEP, subject, call.person().displayName());
        call.isAt("/jobs/" + job.id());
        return job;
    }
}
