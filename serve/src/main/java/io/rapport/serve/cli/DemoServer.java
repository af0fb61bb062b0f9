package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.server.RapportServer;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demonstration in a browser: a simulated tenant, and a server that is connected to it. */
final class DemoServer {

    private static final String WHO = "the demonstration";
    private static final String CLOUD = "simulated";
    /** Of Microsoft's limits: nobody waits for a demonstration. */
    private static final double THROTTLE = 100;

    private static final long PAUSE_MILLIS = 500;
    private static final Connector CONNECTOR = Connector.OUTLOOK_MAIL_METADATA;

    private final Session session;
    private final ServerOptions options;
    private final int tenantPort;

    /** @param tenantPort the first of the simulated tenant's three; the same at every start, its links have it in them */
    DemoServer(Session session, ServerOptions options, int tenantPort) {
        this.session = session;
        this.options = options;
        this.tenantPort = tenantPort;
    }

    /** Runs until it is interrupted. */
    void run(CompanyPlan company, boolean isNew, Path spec) {
        TenantPlan plan = new TenantPlan(
                company, session.instants().instant(), session.instants(), tenantPort, THROTTLE, Quirks.USUAL);
        try (SimulatedTenant tenant = start(plan)) {
            Endpoints endpoints = new Endpoints(tenant.entraUrl(), tenant.graphUrl());
            ServerPlan served = options.plan(session, "Lanternfield, a made-up company", Map.of(CLOUD, endpoints));
            try (RapportServer server = RapportServer.start(served)) {
                wire(tenant, server);
                if (isNew) {
                    connect(tenant, server, endpoints, served);
                }
                show(server);
                work(server, spec);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            session.console().note("Stopped. Started again, it goes on where it was.");
        }
    }

    private SimulatedTenant start(TenantPlan plan) {
        try {
            return SimulatedTenant.start(plan);
        } catch (UncheckedIOException taken) {
            throw new RapportException(
                    CliError.PORT_TAKEN,
                    "The ports " + tenantPort + " to " + (tenantPort + 2)
                            + " of 127.0.0.1, where the simulated tenant listens, can't be opened: something else listens"
                            + " there. Another demonstration? For a new one choose others with --tenant-port and --home.",
                    taken);
        }
    }

    /** Consents are the tenant's own, which forgets them when it ends; what is connected had them. */
    private static void wire(SimulatedTenant tenant, RapportServer server) {
        List<String> redirects =
                List.of(server.url() + "/login/oauth2/code/entra", server.url() + "/connections/consent");
        List<String> connected = new GraphConnections(server.part(ServeState.class))
                .list().stream().map(known -> known.app().value()).toList();
        for (StandardApp standard : StandardApp.values()) {
            AppRegistration app = tenant.app(standard);
            tenant.apps().change(app.clientId(), any -> any.withRedirectUris(redirects));
            if (connected.contains(app.clientId())) {
                tenant.apps().grantConsent(app.clientId());
            }
        }
        AppRegistration signIn = tenant.app(StandardApp.SIGN_IN);
        server.part(SignInProviders.class)
                .set(new SignInProvider(
                        tenant.entraUrl() + "/" + tenant.id() + "/v2.0",
                        signIn.clientId(),
                        signIn.secrets().get(0),
                        "roles",
                        Map.of(
                                Role.ADMINISTRATOR, "Administrator",
                                Role.CONTRIBUTOR, "Contributor",
                                Role.VIEWER, "Viewer")));
    }

    private void connect(SimulatedTenant tenant, RapportServer server, Endpoints endpoints, ServerPlan plan) {
        AppRegistration app = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);
        tenant.apps().grantConsent(app.clientId());
        new GraphConnections(server.part(ServeState.class))
                .add(
                        new GraphConnection(
                                CONNECTOR.word(),
                                UUID.randomUUID().toString(),
                                CONNECTOR,
                                new TenantId(tenant.id()),
                                new ClientId(app.clientId()),
                                endpoints,
                                Selection.ALL,
                                "",
                                session.instants().instant(),
                                null),
                        StoredCredential.secret(app.secrets().get(0)),
                        plan.secrets());
    }

    private void show(RapportServer server) {
        Console console = session.console();
        if (console.isJson()) {
            console.json(Map.of("url", server.url().toString()));
        } else {
            console.line("Open " + server.url());
        }
        console.out().flush();
        console.note(
                "Sign in as anybody whose role stands beside the name. The first sync runs; an enrichment follows it.");
        console.note("Ctrl-C ends it; nothing goes on running.");
    }

    /** The first sync, then one enrichment of what it brought; then whatever people and the schedule ask for. */
    private void work(RapportServer server, Path spec) throws InterruptedException {
        Workshop workshop = server.part(Workshop.class);
        Jobs jobs = server.part(Jobs.class);
        boolean isConnected = new GraphConnections(server.part(ServeState.class))
                .find(CONNECTOR.word())
                .isPresent();
        if (isConnected) {
            String sync = workshop.request(JobKind.SYNC, CONNECTOR.word(), WHO).id();
            while (jobs.find(sync).filter(job -> !job.state().isOver()).isPresent()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (session.home().isInUse()) {
                workshop.request(JobKind.ENRICHMENT, spec.toString(), WHO);
            }
        }
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
