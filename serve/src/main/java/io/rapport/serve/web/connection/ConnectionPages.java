package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.consent.Finding;
import io.rapport.connect.consent.Permission;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The connections: how each stands, and what can be done with it. */
@RestController
public class ConnectionPages {

    private final Pages pages;
    private final Lake lake;
    private final ServeState state;
    private final ServerPlan plan;
    private final Jobs jobs;
    private final Workshop workshop;
    private final LastFindings found;

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
    }

    @GetMapping("/connections")
    ResponseEntity<String> list(HttpServletRequest request) {
        Instant now = plan.instants().instant();
        List<ConnectionsView.Line> lines = new ArrayList<>();
        for (GraphConnection tenant : new GraphConnections(state).list()) {
            List<ConnectionView.MailboxLine> mailboxes = MailboxLines.of(GraphSync.mailboxes(tenant, lake.landing()));
            lines.add(line(
                    tenant.name(),
                    tenant.connector().title(),
                    mailboxes.stream()
                            .filter(line -> line.colour().equals("ok"))
                            .map(line -> line.count() + " mailboxes")
                            .findFirst()
                            .orElse("–"),
                    tenant.syncedAt(),
                    now));
        }
        for (Connection folder : new Connections(state).list()) {
            lines.add(line(
                    folder.name(), "Graph Data Connect import", folder.folder().toString(), folder.syncedAt(), now));
        }
        return pages.page(
                request,
                "Connections",
                "connections",
                "connection/list.jte",
                new ConnectionsView(
                        lines,
                        Arrays.stream(Connector.values())
                                .map(ConnectionPages::offer)
                                .toList()));
    }

    private ConnectionsView.Line line(
            String name,
            String connector,
            String detail,
            @org.jspecify.annotations.Nullable Instant synced,
            Instant now) {
        boolean isBusy = jobs.findOpen(JobKind.SYNC, name).isPresent();
        boolean hasFailed = jobs.findLast(JobKind.SYNC, name)
                .filter(job -> job.errorCode() != null)
                .isPresent();
        String colour = isBusy ? "busy" : hasFailed ? "loss" : synced == null ? "waiting" : "ok";
        String word = isBusy ? "syncing" : hasFailed ? "failed" : synced == null ? "not read yet" : "ok";
        return new ConnectionsView.Line(name, connector, word, colour, detail, Say.ago(synced, now));
    }

    private static ConnectionsView.Offer offer(Connector connector) {
        boolean isBasic = connector == Connector.OUTLOOK_MAIL_METADATA;
        return new ConnectionsView.Offer(
                connector.word(),
                connector.title(),
                isBasic
                        ? "Who wrote to whom and when. The app could not get a subject's text or a body if it asked."
                        : connector
                                        .permissions()
                                        .get(connector.permissions().size() - 1)
                                        .why() + ".",
                connector.permissions().stream().map(Permission::name).toList(),
                isBasic);
    }

    @GetMapping("/connections/{name}")
    ResponseEntity<String> show(HttpServletRequest request, @PathVariable("name") String name) {
        return page(request, name, "");
    }

    /** Tries every permission now. */
    @PostMapping("/connections/{name}/check")
    ResponseEntity<String> check(HttpServletRequest request, @PathVariable("name") String name)
            throws InterruptedException {
        GraphConnection tenant = tenant(name).orElseThrow(NotThere::new);
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
        requireThere(name);
        workshop.request(JobKind.SYNC, name, person());
        return to("/connections/" + name);
    }

    @GetMapping("/connections/{name}/disconnect")
    ResponseEntity<String> askDisconnect(HttpServletRequest request, @PathVariable("name") String name) {
        requireThere(name);
        return pages.page(
                request,
                "Disconnect " + name,
                "connections",
                "connection/disconnect.jte",
                new DisconnectView(name, tenant(name).isPresent() ? "tenant" : "folder"));
    }

    @PostMapping("/connections/{name}/disconnect")
    ResponseEntity<Void> disconnect(
            HttpServletRequest request,
            @PathVariable("name") String name,
            @RequestParam(name = "data", defaultValue = "keep") String data) {
        requireThere(name);
        jobs.findOpen(JobKind.SYNC, name).ifPresent(job -> workshop.cancel(job.id()));
        Disconnection disconnection = new Disconnection(state, lake, plan.home().folder());
        boolean isErasing = data.equals("erase");
        Optional<GraphConnection> tenant = tenant(name);
        if (tenant.isPresent() && isErasing) {
            disconnection.erase(tenant.get());
        } else if (tenant.isPresent()) {
            disconnection.end(tenant.get());
        } else if (isErasing) {
            disconnection.erase(new Connections(state).require(name));
        } else {
            disconnection.end(new Connections(state).require(name));
        }
        Pages.say(
                request,
                name + " is disconnected. " + (isErasing ? "What it brought is erased." : "What it brought is kept."));
        return to("/connections");
    }

    private ResponseEntity<String> page(HttpServletRequest request, String name, String trouble) {
        requireThere(name);
        Instant now = plan.instants().instant();
        @org.jspecify.annotations.Nullable
        JobView job = jobs.findOpen(JobKind.SYNC, name)
                .or(() -> jobs.findLast(JobKind.SYNC, name))
                .map(known -> JobView.of(known, now))
                .orElse(null);
        Optional<GraphConnection> tenant = tenant(name);
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
                        new ConnectionView.Fact(
                                "Reads", tenant.selection().isEverybody() ? "everybody's mailbox" : "a selection"),
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

    private Optional<GraphConnection> tenant(String name) {
        return new GraphConnections(state).find(name);
    }

    private void requireThere(String name) {
        if (tenant(name).isEmpty()
                && new Connections(state)
                        .list().stream().noneMatch(folder -> folder.name().equals(name))) {
            throw new NotThere();
        }
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
