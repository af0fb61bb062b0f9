package io.rapport.serve.web.system;

import io.rapport.connect.consent.Finding;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.Troubles;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.server.ServerVersion;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.job.JobView;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server is doing, and the doctor. */
@RestController
public class StatusPages {

    private static final int MOST_JOBS = 20;

    private final Pages pages;
    private final Lake lake;
    private final ServeState state;
    private final ServerPlan plan;
    private final Jobs jobs;

    public StatusPages(Pages pages, Lake lake, ServeState state, ServerPlan plan, Jobs jobs) {
        this.pages = pages;
        this.lake = lake;
        this.state = state;
        this.plan = plan;
        this.jobs = jobs;
    }

    @GetMapping("/system/status")
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(request, List.of());
    }

    /** Looks whether every connection works; reads no mail and changes nothing. */
    @PostMapping("/system/status/doctor")
    ResponseEntity<String> doctor(HttpServletRequest request) throws InterruptedException {
        List<StatusView.Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(new StatusView.Diagnosis("State database", true, "It answers."));
        for (Connection folder : new Connections(state).list()) {
            boolean isThere = Files.isReadable(folder.folder());
            diagnoses.add(new StatusView.Diagnosis(
                    folder.name(),
                    isThere,
                    isThere ? "The folder can be read." : folder.folder() + " is not there or can't be read."));
        }
        for (GraphConnection tenant : new GraphConnections(state).list()) {
            diagnoses.add(look(tenant));
        }
        return page(request, diagnoses);
    }

    private StatusView.Diagnosis look(GraphConnection tenant) throws InterruptedException {
        try {
            List<Finding> findings = new GraphSync(state, plan.instants(), plan.secrets()).probe(tenant);
            String troubles = findings.stream()
                    .filter(finding -> finding.state() != Finding.State.WORKING)
                    .map(finding -> finding.permission() + " " + finding.text())
                    .collect(Collectors.joining(" "));
            return new StatusView.Diagnosis(
                    tenant.name(),
                    !Troubles.areIn(findings),
                    troubles.isEmpty() ? "There is a token, and every permission works." : troubles);
        } catch (RapportException failed) {
            return new StatusView.Diagnosis(tenant.name(), false, failed.text());
        }
    }

    private ResponseEntity<String> page(HttpServletRequest request, List<StatusView.Diagnosis> diagnoses) {
        Instant now = plan.instants().instant();
        List<CatalogEntry> entries = Catalog.of(lake.contents()).entries();
        List<StatusView.Fact> storage = List.of(
                new StatusView.Fact("Home", plan.home().folder().toString()),
                new StatusView.Fact("State database", plan.state().toString()),
                new StatusView.Fact(
                        "Rows",
                        Say.count(entries.stream().mapToLong(CatalogEntry::rows).sum())),
                new StatusView.Fact(
                        "Lake",
                        Say.bytes(entries.stream()
                                        .mapToLong(CatalogEntry::bytes)
                                        .sum()) + " in "
                                + Say.count(
                                        entries.stream()
                                                .mapToLong(CatalogEntry::files)
                                                .sum(),
                                        "file",
                                        "files")));
        Runtime java = Runtime.getRuntime();
        List<StatusView.Fact> program = List.of(
                new StatusView.Fact("Rapport", ServerVersion.text()),
                new StatusView.Fact("Java", Runtime.version().toString()),
                new StatusView.Fact(
                        "Heap",
                        Say.bytes(java.totalMemory() - java.freeMemory()) + " of " + Say.bytes(java.maxMemory())),
                new StatusView.Fact("Listens on", plan.address()));
        return pages.page(
                request,
                "Status",
                "status",
                "system/status.jte",
                new StatusView(
                        jobs.list(MOST_JOBS).stream()
                                .map(job -> JobView.of(job, now))
                                .toList(),
                        storage,
                        program,
                        diagnoses));
    }
}
