package io.rapport.browser;

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
import io.rapport.serve.server.RapportServer;
import io.rapport.serve.server.ServerPlan;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server whose people sign in at a simulated Entra, and that tenant. */
record OpenHouse(RapportServer server, SimulatedTenant tenant) implements AutoCloseable {

    /** On a new home. */
    static OpenHouse open() throws IOException {
        return on(Files.createTempDirectory(Path.of("target"), "browsed"));
    }

    /** On a home that is there already. */
    static OpenHouse on(Path folder) {
        SimulatedTenant tenant = SimulatedTenant.start(
                TenantPlan.of(7, 12, 1, SystemTime.instants().instant(), SystemTime.instants())
                        .withAccounts(6));
        Home home = new Home(folder);
        RapportServer server = RapportServer.start(new ServerPlan(
                home,
                StateLocation.file(home.database()),
                SystemTime.instants(),
                new SecretBox(SecretKey.open(null, home.secretKey())),
                new DuckDbSettings(128L << 20, 1, home.temporary()),
                "127.0.0.1",
                0,
                "",
                Map.of("simulated", new Endpoints(tenant.entraUrl(), tenant.graphUrl())),
                "Lanternfield",
                "",
                true));
        for (StandardApp app : StandardApp.values()) {
            tenant.apps()
                    .change(
                            tenant.app(app).clientId(),
                            any -> any.withRedirectUris(List.of(
                                    server.url() + "/login/oauth2/code/entra", server.url() + "/connections/consent")));
        }
        AppRegistration app = tenant.app(StandardApp.SIGN_IN);
        server.part(SignInProviders.class)
                .set(new SignInProvider(
                        tenant.entraUrl() + "/" + tenant.id() + "/v2.0",
                        app.clientId(),
                        app.secrets().get(0),
                        "roles",
                        Map.of(
                                Role.ADMINISTRATOR, "Administrator",
                                Role.CONTRIBUTOR, "Contributor",
                                Role.VIEWER, "Viewer")));
        return new OpenHouse(server, tenant);
    }

    String url(String path) {
        return server.url() + path;
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
    }
}
