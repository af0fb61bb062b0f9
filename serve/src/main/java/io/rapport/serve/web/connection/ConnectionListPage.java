package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.consent.Permission;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All connections and how each stands, and what else can be connected. */
@RestController
public class ConnectionListPage {

    /** The one that asks for least first. */
    private static final List<Connector> OFFERED =
            List.of(Connector.OUTLOOK_MAIL_METADATA, Connector.OUTLOOK_CALENDAR, Connector.OUTLOOK_MAIL);

    private final Pages pages;
    private final Lake lake;
    private final ServeState state;
    private final ServerPlan plan;
    private final Jobs jobs;

    public ConnectionListPage(Pages pages, Lake lake, ServeState state, ServerPlan plan, Jobs jobs) {
        this.pages = pages;
        this.lake = lake;
        this.state = state;
        this.plan = plan;
        this.jobs = jobs;
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
            lines.add(line(folder.name(), FolderPages.TITLE, folder.folder().toString(), folder.syncedAt(), now));
        }
        return pages.page(
                request, "Connections", "connections", "connection/list.jte", new ConnectionsView(lines, offers()));
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

    private static List<ConnectionsView.Offer> offers() {
        return Stream.concat(
                        OFFERED.stream().map(ConnectionListPage::offer),
                        Stream.of(new ConnectionsView.Offer(
                                Connection.CONNECTOR,
                                FolderPages.TITLE,
                                "Exports that are written to a folder, which is watched: any dataset, without asking"
                                        + " Microsoft 365 for anything.",
                                List.of("No permission needed"),
                                false)))
                .toList();
    }

    private static ConnectionsView.Offer offer(Connector connector) {
        return new ConnectionsView.Offer(
                connector.word(),
                connector.title(),
                switch (connector) {
                    case OUTLOOK_MAIL_METADATA ->
                        "Who wrote to whom and when. Bodies, previews and attachments are out of the app's reach.";
                    case OUTLOOK_MAIL ->
                        "The same, by an app that could read bodies: for tenants where the narrower permission can't be"
                                + " given. Rapport asks for none.";
                    case OUTLOOK_CALENDAR ->
                        "Who met whom and when. What an invitation says and what is attached to it are out of the app's"
                                + " reach.";
                },
                connector.permissions().stream().map(Permission::name).toList(),
                connector == Connector.OUTLOOK_MAIL_METADATA);
    }
}
