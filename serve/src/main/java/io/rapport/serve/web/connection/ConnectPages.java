package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.consent.Finding;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connecting a tenant: the app, what it asks for, an administrator's consent at Microsoft and back, and the check. */
@RestController
public class ConnectPages {

    private final Pages pages;
    private final ServeState state;
    private final ServerPlan plan;
    private final PendingConsents pending;
    private final Workshop workshop;
    private final LastFindings found;

    public ConnectPages(
            Pages pages,
            ServeState state,
            ServerPlan plan,
            PendingConsents pending,
            Workshop workshop,
            LastFindings found) {
        this.pages = pages;
        this.state = state;
        this.plan = plan;
        this.pending = pending;
        this.workshop = workshop;
        this.found = found;
    }

    @GetMapping("/connections/new/{connector}")
    ResponseEntity<String> begin(HttpServletRequest request, @PathVariable("connector") String word) {
        Connector connector = Connector.find(word).orElseThrow(NotThere::new);
        return form(request, 200, connector, Map.of("name", connector.word()), "");
    }

    /** Checks what was typed, keeps it for ten minutes, and shows the way to Microsoft. */
    @PostMapping("/connections/new/{connector}")
    ResponseEntity<String> ask(
            HttpServletRequest request,
            @PathVariable("connector") String word,
            @RequestParam Map<String, String> sent) {
        Connector connector = Connector.find(word).orElseThrow(NotThere::new);
        try {
            Endpoints endpoints =
                    Optional.ofNullable(plan.clouds().get(text(sent, "cloud"))).orElseThrow(NotThere::new);
            PendingConsents.Pending asked = PendingConsents.Pending.of(
                    text(sent, "name"),
                    connector,
                    new TenantId(text(sent, "tenant")),
                    new ClientId(text(sent, "client")),
                    endpoints,
                    text(sent, "kind").equals("secret")
                            ? StoredCredential.secret(text(sent, "secret"))
                            : StoredCredential.certificate(text(sent, "certificate")));
            new GraphConnections(state).requireNameFree(asked.name());
            String proof = pending.keep(asked, request.getSession().getId());
            return pages.page(
                    request,
                    "Connect " + connector.title(),
                    "connections",
                    "connection/consent.jte",
                    new ConsentView(
                            connector.title(),
                            asked.name(),
                            connector.permissions(),
                            String.valueOf(endpoints.login().getHost()),
                            address(request, asked, proof)));
        } catch (RapportException wrong) {
            return form(request, 400, connector, sent, wrong.text());
        }
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
                    400,
                    "This answer was not asked for here",
                    "It was used already, is older than ten minutes, or was begun in another browser or session. Nothing"
                            + " was connected. Begin again.");
        }
        if (!error.isEmpty() || !consent.equalsIgnoreCase("true")) {
            return problem(
                    request,
                    400,
                    "Microsoft did not give its consent",
                    error.equals("access_denied") || error.equals("unauthorized_client")
                            ? "Whoever was asked is no Global Administrator of the tenant, or may not consent. Ask one to"
                                    + " connect, and begin again. Nothing was connected."
                            : "The consent was declined. Nothing was connected, and nothing was read.");
        }
        try {
            return connect(request, asked.get());
        } catch (RapportException failed) {
            return problem(request, 400, "The consent is there, and the app can't be used yet", failed.text());
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
                Selection.ALL,
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

    private ResponseEntity<String> problem(HttpServletRequest request, int status, String heading, String text) {
        return pages.page(
                request,
                status,
                heading,
                "connections",
                "problem.jte",
                new Problem(heading, text, ConnectionError.CONSENT_MISSING.name(), "Connections", "/connections"));
    }

    private ResponseEntity<String> form(
            HttpServletRequest request, int status, Connector connector, Map<String, String> sent, String problem) {
        Map<String, String> fields = new LinkedHashMap<>(sent);
        fields.remove("secret");
        fields.remove("certificate");
        Map<String, String> clouds = new LinkedHashMap<>();
        plan.clouds().keySet().forEach(word -> clouds.put(word, title(word)));
        return pages.page(
                request,
                status,
                "Connect " + connector.title(),
                "connections",
                "connection/new.jte",
                new ConnectView(
                        connector.word(),
                        connector.title(),
                        connector.permissions(),
                        clouds,
                        redirect(request),
                        fields,
                        problem));
    }

    private String address(HttpServletRequest request, PendingConsents.Pending asked, String proof) {
        return asked.endpoints().login() + "/" + asked.tenant().value() + "/v2.0/adminconsent?client_id="
                + encoded(asked.app().value()) + "&scope="
                + encoded(asked.endpoints().scope()) + "&redirect_uri="
                + encoded(redirect(request)) + "&state=" + encoded(proof);
    }

    private String redirect(HttpServletRequest request) {
        return plan.url(request.getLocalPort()) + "/connections/consent";
    }

    private static String title(String cloud) {
        return switch (cloud) {
            case "global" -> "Worldwide";
            case "usgov" -> "US Government L4 (GCC High)";
            case "usgov-dod" -> "US Government L5 (DoD)";
            case "china" -> "China (21Vianet)";
            default -> cloud;
        };
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
