package io.rapport.simulator.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Handler;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.Request;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Entra's side of the tenant: answers at {@code /{tenant}/…}. Thread-safe. */
public final class Entra implements Handler {

    private static final Set<String> SHARED = Set.of("common", "organizations");
    private static final String WORKLOAD = "rapport-workload";

    private final EntraServices services;
    private final DiscoveryEndpoint discovery;
    private final AuthorizeEndpoint authorize;
    private final ConsentEndpoint consent;
    private final TokenEndpoint token;
    private final long seed;
    private @Nullable SigningKey workloadKey;
    private final AtomicLong traces = new AtomicLong();

    /** @param machine the time in which tokens live */
    public Entra(Tenant tenant, Apps apps, Ids ids, InstantSource machine) {
        this.services = new EntraServices(tenant, apps, ids, machine);
        this.discovery = new DiscoveryEndpoint(services);
        this.authorize = new AuthorizeEndpoint(services);
        this.consent = new ConsentEndpoint(services);
        this.token = new TokenEndpoint(services);
        this.seed = tenant.company().plan().seed();
    }

    /** Once both servers listen, and before anybody asks. */
    public void listenAt(URI entra, URI graph) {
        services.listenAt(entra, graph);
    }

    public AccessTokens accessTokens() {
        return services.accessTokens();
    }

    /**
     * A token of some platform on which the app runs, good for an hour in place of its secret. The app trusts that
     * platform from then on.
     */
    public String federatedToken(String clientId) {
        SigningKey platform = workloadKey();
        String issuer = services.url() + "/workload";
        FederatedCredential credential =
                new FederatedCredential(issuer, WORKLOAD, FederatedCredential.USUAL_AUDIENCE, platform.publicKeys());
        services.apps()
                .change(
                        clientId,
                        app -> app.federated().stream()
                                        .anyMatch(other -> other.issuer().equals(issuer))
                                ? app
                                : app.withFederated(credential));
        return platform.sign(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(WORKLOAD)
                .audience(FederatedCredential.USUAL_AUDIENCE)
                .issueTime(Date.from(services.machine().instant()))
                .expirationTime(Date.from(services.machine().instant().plus(Duration.ofHours(1))))
                .build());
    }

    /** Made when it is first wanted: a key takes a while. */
    private synchronized SigningKey workloadKey() {
        SigningKey key = workloadKey;
        if (key == null) {
            key = new SigningKey(~seed, "workload");
            workloadKey = key;
        }
        return key;
    }

    @Override
    public Answer answer(Request request) {
        try {
            List<String> path = request.segments();
            if (path.size() < 2) {
                return Answer.empty(404);
            }
            String tenantName = path.get(0).toLowerCase(Locale.ROOT);
            boolean isShared = SHARED.contains(tenantName);
            if (!isShared && !services.tenant().isNamed(tenantName)) {
                throw new EntraRefusal(EntraError.TENANT_NOT_FOUND, path.get(0));
            }
            return route(request, tenantName, isShared, String.join("/", path.subList(1, path.size())));
        } catch (EntraRefusal refusal) {
            return json(refusal);
        } catch (IllegalArgumentException malformed) {
            return json(new EntraRefusal(EntraError.MALFORMED));
        }
    }

    private Answer route(Request request, String tenantName, boolean isShared, String path) {
        return switch (request.method() + " " + path) {
            case "GET v2.0/.well-known/openid-configuration" -> discovery.configuration(tenantName, isShared);
            case "GET discovery/v2.0/keys" -> discovery.keys(isShared);
            case "GET oauth2/v2.0/authorize", "POST oauth2/v2.0/authorize" -> authorize.answer(request);
            case "POST oauth2/v2.0/token" -> token.answer(request, tenantName);
            case "GET adminconsent", "POST adminconsent" -> consent.answer(request, false);
            case "GET v2.0/adminconsent", "POST v2.0/adminconsent" ->
                tenantName.equals("common")
                        ? Page.error(new EntraRefusal(EntraError.NO_TENANT))
                        : consent.answer(request, true);
            case "GET oauth2/v2.0/logout" -> signedOut(request);
            default -> Answer.empty(404);
        };
    }

    private Answer signedOut(Request request) {
        String target = request.query().text("post_logout_redirect_uri");
        boolean isKnown = services.apps().all().stream()
                .anyMatch(app -> app.redirectUris().stream()
                        .anyMatch(uri -> !target.isEmpty() && Page.origin(uri).equals(Page.origin(target))));
        return isKnown
                ? Answer.redirect(target)
                : Page.of(200, "Signed out", "", "<p>You signed out of your account.</p>");
    }

    private Answer json(EntraRefusal refusal) {
        String trace = services.ids().guid("trace", "" + traces.incrementAndGet());
        String correlation = services.ids().guid("correlation", trace);
        String time =
                services.machine().instant().toString().replaceAll("T", " ").replaceAll("\\..*Z|Z$", "Z");
        return Answer.json(refusal.error().status(), Json.bytes(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("error", refusal.error().error());
                    json.writeStringProperty(
                            "error_description",
                            refusal.description() + " Trace ID: " + trace + " Correlation ID: " + correlation
                                    + " Timestamp: " + time);
                    json.writeArrayPropertyStart("error_codes");
                    json.writeNumber(refusal.error().number());
                    json.writeEndArray();
                    json.writeStringProperty("timestamp", time);
                    json.writeStringProperty("trace_id", trace);
                    json.writeStringProperty("correlation_id", correlation);
                    json.writeEndObject();
                }))
                .with("Cache-Control", "no-store, no-cache")
                .with("x-ms-request-id", trace);
    }
}
