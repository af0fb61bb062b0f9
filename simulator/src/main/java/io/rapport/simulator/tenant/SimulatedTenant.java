package io.rapport.simulator.tenant;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.control.ControlHandler;
import io.rapport.simulator.control.Counters;
import io.rapport.simulator.control.FaultPlan;
import io.rapport.simulator.control.TenantClock;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.AppRole;
import io.rapport.simulator.entra.Apps;
import io.rapport.simulator.entra.Entra;
import io.rapport.simulator.entra.Ids;
import io.rapport.simulator.entra.Tenant;
import io.rapport.simulator.graph.Graph;
import io.rapport.simulator.graph.MailboxGate;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.http.LoopbackServer;
import io.rapport.simulator.throttle.Throttle;
import io.rapport.simulator.throttle.ThrottleLimits;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Microsoft 365 tenant on loopback: Entra and Graph over plain HTTP, for a company that never was. Everything that its
 * mailboxes hold is made when it is asked for. Thread-safe; close it to free its ports.
 *
 * <pre>{@code
 * try (SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.small(7, Instant.parse("2026-03-02T09:00:00Z")))) {
 *     AppRegistration app = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);
 *     tenant.apps().grantConsent(app.clientId());
 *     tenant.faults().schedule(FaultRule.of(Fault.throttled("2.5")).path("/v1.0/users/*").times(1));
 *     // … point the product at tenant.entraUrl() and tenant.graphUrl()
 *     tenant.clock().advance(Duration.ofDays(1));
 * }
 * }</pre>
 */
public final class SimulatedTenant implements AutoCloseable {

    /** Roles of the app to sign in with, in the order in which the first people have them. */
    public static final List<String> ROLES = List.of("Administrator", "Contributor", "Viewer");

    /** Where the app to sign in with and the connectors may be sent back to, unless a test registers others. */
    public static final List<String> REDIRECT_URIS = List.of(
            "http://localhost:8080/login/oauth2/code/entra",
            "http://127.0.0.1:8080/login/oauth2/code/entra",
            "http://localhost:8080/connections/consent",
            "http://127.0.0.1:8080/connections/consent");

    private final Tenant tenant;
    private final TenantClock clock;
    private final FaultPlan faults = new FaultPlan();
    private final Counters counters = new Counters();
    private final SyncStates syncStates = new SyncStates();
    private final Apps apps;
    private final Entra entra;
    private final Graph graph;
    private final People people;
    private final MailboxGate gate;
    private final Throttle throttle;
    private final Map<StandardApp, String> standardApps = new EnumMap<>(StandardApp.class);
    private final List<LoopbackServer> servers = new ArrayList<>();

    private SimulatedTenant(TenantPlan plan) {
        Company company = Company.found(plan.company());
        long seed = plan.company().seed();
        Ids ids = new Ids(seed);
        this.clock = new TenantClock(plan.machine(), plan.time());
        this.tenant = new Tenant(company, clock);
        this.apps = new Apps(ids);
        this.people = new People(company);
        this.gate = new MailboxGate(people);
        this.throttle = new Throttle(
                plan.machine(),
                ThrottleLimits.documented(company.people().size()).times(plan.throttleFactor()));
        registerStandardApps(ids);
        this.entra = new Entra(tenant, apps, ids, plan.machine());
        this.graph = new Graph(
                entra.accessTokens(),
                clock,
                plan.machine(),
                ids,
                GraphRoutes.of(company, people, apps, ids, plan.quirks(), syncStates),
                people,
                gate,
                throttle,
                faults,
                counters);
    }

    /**
     * Starts it; from then on it answers.
     *
     * @throws java.io.UncheckedIOException where a port is taken
     */
    public static SimulatedTenant start(TenantPlan plan) {
        SimulatedTenant started = new SimulatedTenant(plan);
        try {
            started.listen(plan.port());
        } catch (RuntimeException taken) {
            started.close();
            throw taken;
        }
        return started;
    }

    private void listen(int port) {
        servers.add(LoopbackServer.start("entra", port, new FaultyEntra(entra, faults, counters)));
        servers.add(LoopbackServer.start("graph", port == 0 ? 0 : port + 1, graph));
        servers.add(LoopbackServer.start(
                "control",
                port == 0 ? 0 : port + 2,
                new ControlHandler(
                        clock, faults, counters, new TenantSwitches(apps, syncStates, throttle, people, clock))));
        entra.listenAt(entraUrl(), graphUrl());
        graph.listenAt(graphUrl());
    }

    private void registerStandardApps(Ids ids) {
        for (StandardApp standard : StandardApp.values()) {
            AppRegistration app = apps.register(standard.displayName());
            standardApps.put(standard, app.clientId());
            apps.change(
                    app.clientId(),
                    any -> any.withPermissions(standard.permissions()).withRedirectUris(REDIRECT_URIS));
        }
        String signIn = app(StandardApp.SIGN_IN).clientId();
        apps.change(
                signIn,
                any -> any.withAppRoles(ROLES.stream()
                        .map(role -> new AppRole(ids.guid("role", role), role, role))
                        .toList()));
        List<Person> first = tenant.people();
        for (int i = 0; i < ROLES.size() && i < first.size(); i++) {
            apps.assignRoles(signIn, first.get(i).id(), Set.of(ROLES.get(i)));
        }
    }

    /** Where Entra listens, without a slash at the end: what the real one calls {@code https://login.microsoftonline.com}. */
    public URI entraUrl() {
        return servers.get(0).url();
    }

    /** Where Graph listens: what the real one calls {@code https://graph.microsoft.com}. */
    public URI graphUrl() {
        return servers.get(1).url();
    }

    /** Where clock, faults and counters can be reached over HTTP. */
    public URI controlUrl() {
        return servers.get(2).url();
    }

    /** GUID of the tenant. */
    public String id() {
        return tenant.id();
    }

    public Company company() {
        return tenant.company();
    }

    /** The one Global Administrator. */
    public Person administrator() {
        return tenant.administrator();
    }

    /** Those who can sign in, the Administrator of the app to sign in with first. */
    public List<Person> people() {
        return tenant.people();
    }

    /** One of the apps that are there from the beginning; nothing is consented to them. */
    public AppRegistration app(StandardApp standard) {
        String clientId = standardApps.getOrDefault(standard, "");
        return apps.find(clientId).orElseThrow(() -> new IllegalStateException(standard + " is not registered."));
    }

    /** App registrations, consent and roles. */
    public Apps apps() {
        return apps;
    }

    /** A token that stands for an app's secret, from a platform that the app trusts from now on. */
    public String federatedToken(String clientId) {
        return entra.federatedToken(clientId);
    }

    public TenantClock clock() {
        return clock;
    }

    public FaultPlan faults() {
        return faults;
    }

    public Counters counters() {
        return counters;
    }

    /** Delta links and when they expire. */
    public SyncStates syncStates() {
        return syncStates;
    }

    /** Application access policies. */
    public MailboxGate gate() {
        return gate;
    }

    /** Limits, and what was spent of them. */
    public Throttle throttle() {
        return throttle;
    }

    @Override
    public void close() {
        servers.forEach(LoopbackServer::close);
        graph.close();
    }
}
