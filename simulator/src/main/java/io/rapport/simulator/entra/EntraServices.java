package io.rapport.simulator.entra;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What Entra's endpoints share. Thread-safe. */
final class EntraServices {

    private static final int SHORTEST_MINUTES = 60;
    private static final int MINUTES_MORE = 30;

    private final Tenant tenant;
    private final Apps apps;
    private final Ids ids;
    private final InstantSource machine;
    private final SigningKey key;
    private final AccessTokens accessTokens;
    private final AuthorizationCodes codes;
    private final ClientCredentials credentials;
    private final AtomicLong tokens = new AtomicLong();
    private volatile URI url = URI.create("http://127.0.0.1");
    private volatile URI graphUrl = URI.create("http://127.0.0.1");

    EntraServices(Tenant tenant, Apps apps, Ids ids, InstantSource machine) {
        this.tenant = tenant;
        this.apps = apps;
        this.ids = ids;
        this.machine = machine;
        this.key =
                new SigningKey(tenant.company().plan().seed(), ids.guid("key").substring(0, 27));
        this.accessTokens = new AccessTokens(key, machine);
        this.codes = new AuthorizationCodes(machine, ids);
        this.credentials = new ClientCredentials(machine);
    }

    /** Once both servers listen, and before anybody asks. */
    void listenAt(URI entra, URI graph) {
        url = entra;
        graphUrl = graph;
    }

    Tenant tenant() {
        return tenant;
    }

    Apps apps() {
        return apps;
    }

    Ids ids() {
        return ids;
    }

    InstantSource machine() {
        return machine;
    }

    SigningKey key() {
        return key;
    }

    AccessTokens accessTokens() {
        return accessTokens;
    }

    AuthorizationCodes codes() {
        return codes;
    }

    ClientCredentials credentials() {
        return credentials;
    }

    URI url() {
        return url;
    }

    URI graphUrl() {
        return graphUrl;
    }

    IdTokens idTokens() {
        return new IdTokens(key, tenant, apps, ids, machine, url + "/" + tenant.id() + "/v2.0");
    }

    /** Whether a scope's resource is Graph: by its own name, or by where this one listens. */
    boolean isGraph(String resource) {
        return resource.equals(AccessTokens.GRAPH)
                || resource.equals("00000003-0000-0000-c000-000000000000")
                || resource.equals(graphUrl.toString());
    }

    /** What an assertion may name as its audience. */
    Set<String> tokenAudiences(String tenantName) {
        String base = url + "/";
        return new HashSet<>(List.of(
                base + tenantName + "/oauth2/v2.0/token",
                base + tenant.id() + "/oauth2/v2.0/token",
                base + tenant.id() + "/v2.0"));
    }

    TokenLife nextLife() {
        String id = ids.guid("token", "" + tokens.incrementAndGet());
        long minutes = (long) SHORTEST_MINUTES + Math.floorMod(id.hashCode(), MINUTES_MORE);
        return new TokenLife(id, Duration.ofMinutes(minutes).minusSeconds(1));
    }
}
