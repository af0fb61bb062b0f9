package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.Lake;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.FileAnswer;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.upkeep.DiskUse;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.AccessLogCsv;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The server itself: who asks, how it is doing, the access log. */
public final class SystemOperations {

    private static final String TAG = "System";
    private static final String EVERYTHING = "all connections";

    private final Lake lake;
    private final Jobs jobs;
    private final Workshop workshop;
    private final AccessLog log;
    private final Home home;
    private final UpkeepSettings upkeep;

    public SystemOperations(Lake lake, Home home, UpkeepSettings upkeep, Jobs jobs, Workshop workshop, AccessLog log) {
        this.lake = lake;
        this.home = home;
        this.upkeep = upkeep;
        this.jobs = jobs;
        this.workshop = workshop;
        this.log = log;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("getCaller", "/me", "Who this key or token says somebody is.")
                        .in(TAG)
                        .quiet(VIEWER)
                        .answers(SystemShapes.CALLER, Call::person),
                Draft.get("getStatus", "/status", "How the server is doing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Status")
                        .answers(SystemShapes.STATUS, call -> status()),
                Draft.post("runDoctor", "/status/doctor", "Looks whether every connection works; changes nothing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Doctor")
                        .begins(JobShapes.JOB, call -> {
                            Job job = workshop.request(
                                    JobKind.DOCTOR, EVERYTHING, call.person().displayName());
                            call.isAt("/jobs/" + job.id());
                            return job;
                        }),
                Draft.get(
                                "listAccessLog",
                                "/access-log",
                                "Who saw, exported, changed or deleted what, the latest first.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Access log")
                        .takes(
                                Parameter.text("who", "Part of a person's or key's name."),
                                Parameter.choice("action", Words.all(AccessAction.class), "", "Only this."))
                        .takes(Paging.parameters())
                        .asFile(ADMINISTRATOR, List.of(ExportFormat.CSV), this::file)
                        .lists(SystemShapes.ENTRY, this::entries),
                Draft.get(
                                "checkAccessLog",
                                "/access-log/check",
                                "Looks at every line whether it is as it was written, and whether any is missing.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Access log: check")
                        .answers(SystemShapes.CHAIN, call -> log.check()));
    }

    /** All lines that are asked for, the first one first. */
    private FileAnswer file(Call call) {
        String who = call.text("who").strip().toLowerCase(Locale.ROOT);
        Optional<AccessAction> action = Words.find(AccessAction.class, call.text("action"));
        return new FileAnswer.Written(
                AccessLogCsv.NAME,
                AccessLogCsv.MEDIA_TYPE,
                target -> AccessLogCsv.write(
                        log,
                        entry -> entry.event()
                                        .personName()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(who)
                                && action.filter(only -> entry.event().action() != only)
                                        .isEmpty(),
                        target));
    }

    private Listing<AccessEntry> entries(Call call) {
        Paging.Place place = Paging.place(call);
        int limit = Paging.limit(call);
        List<AccessEntry> found = log.list(
                place.after().isEmpty() ? Long.MAX_VALUE : place.offset(),
                call.text("who").strip(),
                Words.find(AccessAction.class, call.text("action")),
                limit + 1);
        List<AccessEntry> shown = found.subList(0, Math.min(limit, found.size()));
        return new Listing<>(
                call.query(),
                call.warnings(),
                shown,
                found.size() > limit
                        ? Paging.cursor(
                                call, "", Long.toString(shown.get(limit - 1).number()))
                        : null,
                null);
    }

    private SystemShapes.Status status() {
        List<CatalogEntry> entries = Catalog.of(lake.contents()).entries();
        Runtime java = Runtime.getRuntime();
        return new SystemShapes.Status(
                ProgramVersion.text(),
                Runtime.version().toString(),
                java.totalMemory() - java.freeMemory(),
                java.maxMemory(),
                entries.stream().mapToLong(CatalogEntry::rows).sum(),
                entries.stream().mapToLong(CatalogEntry::files).sum(),
                entries.stream().mapToLong(CatalogEntry::bytes).sum(),
                DiskUse.of(home),
                upkeep.keptFor().months(),
                jobs.findLast(JobKind.DOCTOR, EVERYTHING)
                        .map(job -> Diagnosis.read(job.summary()))
                        .orElse(List.of()));
    }
}
