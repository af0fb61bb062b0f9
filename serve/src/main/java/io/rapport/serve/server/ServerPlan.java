package io.rapport.serve.server;

import io.rapport.connect.graph.Cloud;
import io.rapport.connect.graph.Endpoints;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a server starts with.
 *
 * @param home what it serves
 * @param state where the state database is
 * @param instants the clock
 * @param secrets for what rests encrypted
 * @param engine limits of one engine
 * @param address to listen on; the loopback's unless somebody says otherwise
 * @param port to listen on; 0 takes any free one
 * @param publicUrl how people reach it, without a slash at the end; empty for the address and port
 * @param clouds where tenants can be, by the word for each
 * @param title what is served, in words
 * @param metricsToken lets Prometheus read the metrics; empty where only administrators may
 * @param doesWork whether it runs jobs; otherwise another process on the same state does
 */
public record ServerPlan(
        Home home,
        StateLocation state,
        InstantSource instants,
        SecretBox secrets,
        DuckDbSettings engine,
        String address,
        int port,
        String publicUrl,
        Map<String, Endpoints> clouds,
        String title,
        String metricsToken,
        boolean doesWork) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public ServerPlan {
        clouds = Collections.unmodifiableMap(new LinkedHashMap<>(clouds));
    }

    /** Microsoft's own clouds. */
    public static Map<String, Endpoints> microsoft() {
        Map<String, Endpoints> clouds = new LinkedHashMap<>();
        for (Cloud cloud : Cloud.values()) {
            clouds.put(cloud.word(), cloud.endpoints());
        }
        return clouds;
    }

    /** The URL that people open, once the port is known. */
    public URI url(int boundPort) {
        if (!publicUrl.isEmpty()) {
            return URI.create(publicUrl);
        }
        String host = LOOPBACK.contains(address) || address.equals("0.0.0.0") ? "127.0.0.1" : address;
        return URI.create("http://" + host + ":" + boundPort);
    }

    /** Whether nobody but this machine can reach it. */
    public boolean isLoopback() {
        return LOOPBACK.contains(address);
    }

    /** Whether people reach it over TLS, which a proxy before it ends. */
    public boolean isBehindTls() {
        return publicUrl.toLowerCase(Locale.ROOT).startsWith("https://");
    }
}
