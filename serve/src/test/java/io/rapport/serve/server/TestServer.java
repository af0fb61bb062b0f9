package io.rapport.serve.server;

import io.rapport.connect.graph.Endpoints;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.SystemTime;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server on a home of its own, whose people sign in at a simulated Entra. Started once for all tests that only look. */
final class TestServer implements AutoCloseable {

    private static @Nullable TestServer shared;

    private final Map<Integer, Browser> people = new HashMap<>();
    final MovableTime time = new MovableTime();
    final Path home;
    final RapportServer server;
    final @Nullable SimulatedTenant tenant;

    private TestServer(Path home, boolean hasTenant) {
        this.home = home;
        tenant = hasTenant
                ? SimulatedTenant.start(
                        TenantPlan.of(7, 12, 1, SystemTime.instants().instant(), SystemTime.instants())
                                .withAccounts(6))
                : null;
        server = RapportServer.start(plan(
                home,
                0,
                time,
                tenant == null ? Map.of() : Map.of("simulated", new Endpoints(tenant.entraUrl(), tenant.graphUrl()))));
        if (tenant != null) {
            register(tenant);
        }
    }

    static ServerPlan plan(Path home, int port, MovableTime time) {
        return plan(home, port, time, Map.of());
    }

    private static ServerPlan plan(Path home, int port, MovableTime time, Map<String, Endpoints> clouds) {
        Home folder = new Home(home);
        return new ServerPlan(
                folder,
                StateLocation.file(folder.database()),
                time,
                new SecretBox(SecretKey.open(null, folder.secretKey())),
                new DuckDbSettings(128L << 20, 1, folder.temporary()),
                "127.0.0.1",
                port,
                "",
                clouds,
                "Lanternfield",
                "metrics-token",
                true);
    }

    /** The one for all tests that leave it as it is. */
    static synchronized TestServer shared() {
        TestServer known = shared;
        if (known == null) {
            known = new TestServer(newHome(), true);
            shared = known;
            Runtime.getRuntime().addShutdownHook(new Thread(known::close));
        }
        return known;
    }

    /** One without anybody who can sign in. */
    static TestServer fresh() {
        return new TestServer(newHome(), false);
    }

    /** One on a home that is there already, with people who can sign in. */
    static TestServer on(Path home) {
        return new TestServer(home, true);
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "served");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(SimulatedTenant started) {
        for (StandardApp app : StandardApp.values()) {
            started.apps()
                    .change(
                            started.app(app).clientId(),
                            any -> any.withRedirectUris(List.of(
                                    server.url() + "/login/oauth2/code/entra", server.url() + "/connections/consent")));
        }
        AppRegistration app = started.app(StandardApp.SIGN_IN);
        server.part(SignInProviders.class).set(provider(started, app));
    }

    static SignInProvider provider(SimulatedTenant tenant, AppRegistration app) {
        return new SignInProvider(
                tenant.entraUrl() + "/" + tenant.id() + "/v2.0",
                app.clientId(),
                app.secrets().get(0),
                "roles",
                Map.of(Role.ADMINISTRATOR, "Administrator", Role.CONTRIBUTOR, "Contributor", Role.VIEWER, "Viewer"));
    }

    Browser browser() {
        return new Browser(server.url());
    }

    /** The person of this number, signed in: 0 an Administrator, 1 a Contributor, 2 a Viewer. Once for all tests. */
    synchronized Browser signedIn(int nth) throws IOException, InterruptedException {
        Browser known = people.get(nth);
        if (known == null) {
            known = browser();
            HttpResponse<String> unused = known.follow(signIn(known, nth));
            people.put(nth, known);
        }
        return known;
    }

    /** As {@link #signedIn}; what came back last from the server before it sends on. */
    HttpResponse<String> signIn(Browser browser, int nth) throws IOException, InterruptedException {
        HttpResponse<String> toEntra = browser.get("/oauth2/authorization/entra");
        URI authorize = URI.create(toEntra.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> back = browser.postBare(
                authorize.toString(),
                Map.of(
                        "person",
                        java.util.Objects.requireNonNull(tenant)
                                .people()
                                .get(nth)
                                .id()));
        return browser.get(back.headers().firstValue("Location").orElseThrow());
    }

    @Override
    public void close() {
        server.close();
        if (tenant != null) {
            tenant.close();
        }
    }
}
