package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Finding;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.LastFindings;
import io.rapport.serve.connection.WatchedFile;
import io.rapport.serve.connection.WatchedFiles;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Person;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.job.JobView;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One connection: how it stands, and what can be done with it. */
@RestController
public class ConnectionPages {

    private final Pages pages;
    private final Lake lake;
    private final ServeState state;
    private final ServerPlan plan;
    private final Jobs jobs;
    private final Workshop workshop;
    private final LastFindings found;
    private final KnownConnections known;

    public ConnectionPages(
            Pages pages,
            Lake lake,
            ServeState state,
            ServerPlan plan,
            Jobs jobs,
            Workshop workshop,
            LastFindings found) {
        this.pages = pages;
        this.lake = lake;
        this.state = state;
        this.plan = plan;
        this.jobs = jobs;
        this.workshop = workshop;
        this.found = found;
        this.known = new KnownConnections(state);
    }

    @GetMapping("/connections/{name}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("name") String name) {
        return page(request, name, "");
    }

    /** Tries every permission now. */
    @PostMapping("/connections/{name}/check")
    ResponseEntity<String> check(HttpServletRequest request, @PathVariable("name") String name)
            throws InterruptedException {
        GraphConnection tenant = known.findTenant(name).orElseThrow(NotThere::new);
        try {
            List<Finding> findings = new GraphSync(state, plan.instants(), plan.secrets()).probe(tenant);
            found.keep(tenant.id(), findings, plan.instants().instant());
            return page(request, name, "");
        } catch (RapportException failed) {
            return page(request, name, failed.text());
        }
    }

    @PostMapping("/connections/{name}/sync")
    ResponseEntity<Void> sync(@PathVariable("name") String name) {
        known.require(name);
        if (jobs.findOpen(JobKind.ERASURE, name).isEmpty()) {
            workshop.request(JobKind.SYNC, name, person());
        }
        return to("/connections/" + name);
    }

    private ResponseEntity<String> page(HttpServletRequest request, String name, String trouble) {
        known.require(name);
        Instant now = plan.instants().instant();
        @org.jspecify.annotations.Nullable
        JobView job = jobs.findOpen(JobKind.ERASURE, name)
                .or(() -> jobs.findOpen(JobKind.SYNC, name))
                .or(() -> jobs.findLast(JobKind.SYNC, name))
                .map(known -> JobView.of(known, now))
                .orElse(null);
        Optional<GraphConnection> tenant = known.findTenant(name);
        ConnectionView view = tenant.isPresent()
                ? view(tenant.get(), trouble, job, now)
                : view(new Connections(state).require(name), job, now);
        return pages.page(request, name, "connections", "connection/page.jte", view);
    }

    private ConnectionView view(
            GraphConnection tenant, String trouble, @org.jspecify.annotations.Nullable JobView job, Instant now) {
        return new ConnectionView(
                tenant.name(),
                tenant.connector().title(),
                List.of(
                        new ConnectionView.Fact("Tenant", tenant.tenant().value()),
                        new ConnectionView.Fact("App", tenant.app().value()),
                        new ConnectionView.Fact("Proves itself by", tenant.credentialKind()),
                        new ConnectionView.Fact("Reads", SelectionFields.say(tenant.selection())),
                        new ConnectionView.Fact("Connected", Say.ago(tenant.createdAt(), now)),
                        new ConnectionView.Fact("Last sync", Say.ago(tenant.syncedAt(), now))),
                found.find(tenant.id()).stream().map(FindingLines::of).toList(),
                "",
                trouble,
                MailboxLines.of(GraphSync.mailboxes(tenant, lake.landing())),
                List.of(),
                job,
                true);
    }

    private ConnectionView view(Connection folder, @org.jspecify.annotations.Nullable JobView job, Instant now) {
        return new ConnectionView(
                folder.name(),
                "Graph Data Connect import",
                List.of(
                        new ConnectionView.Fact("Folder", folder.folder().toString()),
                        new ConnectionView.Fact("Connected", Say.ago(folder.createdAt(), now)),
                        new ConnectionView.Fact("Last look", Say.ago(folder.syncedAt(), now))),
                List.of(),
                "",
                "",
                List.of(),
                new WatchedFiles(state)
                        .list(folder).stream()
                                .filter(file -> file.state() == WatchedFile.State.SET_ASIDE)
                                .map(file -> new ConnectionView.FileLine(file.path(), String.valueOf(file.reason())))
                                .toList(),
                job,
                false);
    }

    static String person() {
        return Person.find(SecurityContextHolder.getContext().getAuthentication())
                .map(Person::displayName)
                .orElse("");
    }

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
