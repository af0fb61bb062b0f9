package io.rapport.serve.cli;

import io.rapport.connect.graph.Endpoints;
import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.demo.DemoFolder;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.server.RapportServer;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The demonstration in a browser: a simulated tenant, and a server that is connected to it. */
final class DemoServer {

    private static final String WHO = "the demonstration";
    private static final String CLOUD = "simulated";
    /** Of Microsoft's limits: nobody waits for a demonstration. */
    private static final double THROTTLE = 100;

    private static final long PAUSE_MILLIS = 500;

    private final Session session;
    private final ServerOptions options;
    private final DemoFolder folder;
    private final int tenantPort;

    /** @param tenantPort the first of the simulated tenant's three; the same at every start, its links have it in them */
    DemoServer(Session session, ServerOptions options, DemoFolder folder, int tenantPort) {
        this.session = session;
        this.options = options;
        this.folder = folder;
        this.tenantPort = tenantPort;
    }

    /** Runs until it is interrupted. */
    void run(DemoFolder.Company company) throws IOException {
        TenantPlan plan = new TenantPlan(
                company.plan(), session.instants().instant(), session.instants(), tenantPort, THROTTLE, Quirks.USUAL);
        try (SimulatedTenant tenant = start(plan)) {
            DemoFolder.Company here = company.servedAt(tenantPort);
            folder.keep(here);
            Endpoints endpoints = new Endpoints(tenant.entraUrl(), tenant.graphUrl());
            ServerPlan served = options.plan(session, "Lanternfield, a made-up company", Map.of(CLOUD, endpoints));
            try (RapportServer server = RapportServer.start(served)) {
                DemoConnections connections =
                        new DemoConnections(tenant, new GraphConnections(server.part(ServeState.class)));
                register(tenant, server);
                connections.consentAgain();
                if (server.part(Jobs.class).list(1).isEmpty()) {
                    connections.connect(served.secrets(), session.instants().instant());
                }
                show(server);
                List<String> names = connections.names();
                sync(server, names);
                if (!names.isEmpty() && session.home().isInUse()) {
                    enrich(new DemoEnrichment(server, tenant.people().get(0)), here);
                }
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            session.console().note("Stopped. Started again, it goes on where it was.");
        }
    }

    /** Its threads have the priority of the one that starts them, so that the syncs' answers leave pages the processors. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish: nothing is wrong where the system does not hear it
    private SimulatedTenant start(TenantPlan plan) {
        Thread thread = Thread.currentThread();
        int usual = thread.getPriority();
        try {
            thread.setPriority(Thread.MIN_PRIORITY);
            return SimulatedTenant.start(plan);
        } catch (UncheckedIOException taken) {
            throw new RapportException(
                    CliError.PORT_TAKEN,
                    "The ports " + tenantPort + " to " + (tenantPort + 2)
                            + " of 127.0.0.1, where the simulated tenant listens, can't be opened: something else"
                            + " listens there. Another demonstration? For a new one choose others with --tenant-port"
                            + " and --home.",
                    taken);
        } finally {
            thread.setPriority(usual);
        }
    }

    /** The apps send people back here, and people sign in at the tenant. */
    private static void register(SimulatedTenant tenant, RapportServer server) {
        List<String> redirects =
                List.of(server.url() + "/login/oauth2/code/entra", server.url() + "/connections/consent");
        for (StandardApp standard : StandardApp.values()) {
            tenant.apps().change(tenant.app(standard).clientId(), any -> any.withRedirectUris(redirects));
        }
        AppRegistration signIn = tenant.app(StandardApp.SIGN_IN);
        // Nobody approves their own extractions, so that one administrator alone could not show any.
        tenant.apps()
                .assignRoles(
                        signIn.clientId(),
                        tenant.people().get(SimulatedTenant.ROLES.size()).id(),
                        Set.of(Role.ADMINISTRATOR.word()));
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

    private void show(RapportServer server) {
        Console console = session.console();
        if (console.isJson()) {
            console.json(Map.of("url", server.url().toString()));
        } else {
            console.line("Open " + server.url());
        }
        console.out().flush();
        console.note(
                "Sign in as anybody whose role stands beside the name; what one administrator asks to extract, the other"
                        + " approves. The first syncs run; an enrichment follows"
                        + " them, saved and agreed to in the administrator's name.");
        console.note("Ctrl-C ends it; nothing goes on running.");
    }

    /** A sync of each; returns when all are over. */
    private static void sync(RapportServer server, List<String> connections) throws InterruptedException {
        Workshop workshop = server.part(Workshop.class);
        Jobs jobs = server.part(Jobs.class);
        List<String> syncs = connections.stream()
                .map(name -> workshop.request(JobKind.SYNC, name, WHO).id())
                .toList();
        for (String sync : syncs) {
            while (jobs.find(sync).filter(job -> !job.state().isOver()).isPresent()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Saves the enrichment where that was not done yet, and runs it; then whatever people and the schedule ask for. */
    private void enrich(DemoEnrichment enrichment, DemoFolder.Company company) throws IOException {
        String output = company.enrichment();
        if (output.isEmpty()) {
            Path profiles = folder.profiles();
            output = enrichment
                    .begin(
                            SpecReader.read(profiles.resolve(ProfileFiles.SPEC)),
                            CustomerFiles.at(profiles.resolve("accounts.csv"), profiles.resolve("contacts.csv")))
                    .orElse("");
            folder.keep(company.enrichedAs(output));
        }
        if (!output.isEmpty()) {
            enrichment.run(output);
        }
    }
}
