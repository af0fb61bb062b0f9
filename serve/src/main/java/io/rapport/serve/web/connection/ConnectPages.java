package io.rapport.serve.web.connection;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.PendingConsents;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.web.NotThere;
import io.rapport.serve.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Connecting a tenant, up to the way to Microsoft: the app, its proof, whom it will read, what it asks for. */
@RestController
public class ConnectPages {

    private final Pages pages;
    private final ServeState state;
    private final ServerPlan plan;
    private final PendingConsents pending;

    public ConnectPages(Pages pages, ServeState state, ServerPlan plan, PendingConsents pending) {
        this.pages = pages;
        this.state = state;
        this.plan = plan;
        this.pending = pending;
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
                    SelectionFields.read(connector, sent),
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
                        connector.readsGroups(),
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
