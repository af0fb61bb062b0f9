package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;
import static io.rapport.serve.security.Role.VIEWER;

import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.Lake;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEntry;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Listing;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.connection.Diagnosis;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import java.util.List;

/** The server itself: who asks, how it is doing, the access log. */
public final class SystemOperations {

    private static final String TAG = "System";
    private static final String EVERYTHING = "all connections";

    private final Lake lake;
    private final Jobs jobs;
    private final Workshop workshop;
    private final AccessLog log;

    public SystemOperations(Lake lake, Jobs jobs, Workshop workshop, AccessLog log) {
        this.lake = lake;
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
                        .lists(SystemShapes.ENTRY, this::entries));
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
                jobs.findLast(JobKind.DOCTOR, EVERYTHING)
                        .map(job -> Diagnosis.read(job.summary()))
                        .orElse(List.of()));
    }
}
