package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Finding;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.LastFindings;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.server.ServerLog;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way back from Microsoft: whether an administrator consented, and whether what was consented to works. */
@RestController
public class ConsentPages {

    private final Pages pages;
    private final ServeState state;
    private final ServerPlan plan;
    private final PendingConsents pending;
    private final Workshop workshop;
    private final LastFindings found;
    private final ServerLog log;

    public ConsentPages(
            Pages pages,
            ServeState state,
            ServerPlan plan,
            PendingConsents pending,
            Workshop workshop,
            LastFindings found,
            ServerLog log) {
        this.pages = pages;
        this.state = state;
        this.plan = plan;
        this.pending = pending;
        this.workshop = workshop;
        this.found = found;
        this.log = log;
    }

    /** The way back. An error is looked at first, because it comes with a consent's words as well. */
    @GetMapping("/connections/consent")
    ResponseEntity<?> back(
            HttpServletRequest request,
            @RequestParam(name = "state", defaultValue = "") String proof,
            @RequestParam(name = "error", defaultValue = "") String error,
            @RequestParam(name = "admin_consent", defaultValue = "") String consent)
            throws InterruptedException {
        Optional<PendingConsents.Pending> asked =
                pending.redeem(proof, request.getSession().getId());
        if (asked.isEmpty()) {
            return problem(
                    request,
                    "stale",
                    "This answer was not asked for here",
                    "It was used already, is older than ten minutes, or was begun in another browser or session."
                            + " Nothing was connected. Begin again.");
        }
        if (!error.isEmpty() || !consent.equalsIgnoreCase("true")) {
            boolean mayNot = error.equals("access_denied") || error.equals("unauthorized_client");
            return problem(
                    request,
                    mayNot ? "no-administrator" : "declined",
                    "Microsoft did not give its consent",
                    mayNot
                            ? "Whoever was asked is no Global Administrator of the tenant, or may not consent. Ask one"
                                    + " to connect, and begin again. Nothing was connected."
                            : "The consent was declined. Nothing was connected, and nothing was read.");
        }
        try {
            return connect(request, asked.get());
        } catch (RapportException failed) {
            return problem(
                    request,
                    failed.code().name(),
                    "The consent is there, and the app can't be used yet",
                    failed.text());
        }
    }

    /** The tenant that came back is not trusted: a token for the one that was typed has to be had. */
    private ResponseEntity<?> connect(HttpServletRequest request, PendingConsents.Pending asked)
            throws InterruptedException {
        GraphConnection connection = new GraphConnection(
                asked.name(),
                asked.id(),
                asked.connector(),
                GraphAccess.fetchId(plan.instants(), asked.endpoints(), asked.tenant()),
                asked.app(),
                asked.endpoints(),
                asked.selection(),
                "",
                plan.instants().instant(),
                null);
        List<Finding> findings =
                new GraphSync(state, plan.instants(), plan.secrets()).probe(connection, asked.credential());
        new GraphConnections(state).add(connection, asked.credential(), plan.secrets());
        found.keep(connection.id(), findings, plan.instants().instant());
        workshop.request(JobKind.SYNC, connection.name(), ConnectionPages.person());
        Pages.say(
                request,
                connection.name() + " is connected, and its first sync has begun. Below: each permission, tried.");
        return ConnectionPages.to("/connections/" + connection.name());
    }

    private ResponseEntity<String> problem(HttpServletRequest request, String code, String heading, String text) {
        log.event("consent-refused", Map.of("code", code));
        return pages.page(
                request,
                400,
                heading,
                "connections",
                "problem.jte",
                new Problem(
                        heading,
                        text,
                        ConnectionError.CONSENT_MISSING.name() + " · " + code,
                        "Connections",
                        "/connections"));
    }
}
