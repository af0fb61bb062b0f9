package io.rapport.simulator.graph;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.control.Counters;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultPlan;
import io.rapport.simulator.entra.AccessTokens;
import io.rapport.simulator.entra.Caller;
import io.rapport.simulator.entra.Ids;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.Routes;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.Prefer;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Handler;
import io.rapport.simulator.http.Request;
import io.rapport.simulator.throttle.Throttle;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers at {@code /v1.0/…}: looks at the fault plan, the token, the path, the options, the permissions, the mailbox and
 * the limits, in this order, then lets the path's endpoint answer. Thread-safe.
 */
public final class Graph implements Handler {

    private static final String VERSION = "v1.0";

    private final BearerTokens tokens;
    private final InstantSource clock;
    private final Routes routes;
    private final People people;
    private final MailboxGate gate;
    private final Throttling throttling;
    private final FaultPlan faults;
    private final Counters counters;
    private final ErrorBody errors;
    private final Batch batch;
    private volatile URI url = URI.create("http://127.0.0.1");

    /**
     * @param clock the tenant's time
     * @param machine the time in which requests are dated
     */
    public Graph(
            AccessTokens tokens,
            InstantSource clock,
            InstantSource machine,
            Ids ids,
            List<Route> routes,
            People people,
            MailboxGate gate,
            Throttle throttle,
            FaultPlan faults,
            Counters counters) {
        this.tokens = new BearerTokens(tokens);
        this.clock = clock;
        this.routes = new Routes(routes);
        this.people = people;
        this.gate = gate;
        this.throttling = new Throttling(throttle, counters);
        this.faults = faults;
        this.counters = counters;
        this.errors = new ErrorBody(ids, machine);
        this.batch = new Batch(this::answer);
    }

    /** Once the server listens, and before anybody asks. */
    public void listenAt(URI graph) {
        url = graph;
    }

    /** Ends the threads on which batches run. */
    public void close() {
        batch.close();
    }

    @Override
    public Answer answer(Request request) {
        counters.began();
        String id = errors.nextId();
        Answer answer;
        try {
            answer = answered(request, id);
        } catch (GraphRefusal refusal) {
            answer = errors.answer(refusal, request, id);
        } catch (RuntimeException | StackOverflowError broken) {
            counters.unexpected();
            answer = errors.answer(
                    new GraphRefusal(500, "InternalServerError", "The simulator failed on this request."), request, id);
        }
        counters.ended(answer.status());
        return errors.withHeaders(answer, request, id);
    }

    private Answer answered(Request request, String id) {
        List<String> path = segments(request);
        Optional<Fault> fault = faults.next(request.method(), request.path(), mailboxNames(path));
        if (fault.isEmpty()) {
            return understood(request, path);
        }
        counters.faulted();
        if (fault.get() instanceof Fault.Status status) {
            throw Faults.refusal(status);
        }
        Answer answer;
        try {
            answer = understood(request, path);
        } catch (GraphRefusal refusal) {
            answer = errors.answer(refusal, request, id);
        }
        return Faults.spoiled(fault.get(), answer);
    }

    private Answer understood(Request request, List<String> path) {
        if (path.isEmpty() || !path.get(0).equals(VERSION)) {
            if (path.equals(List.of("oidc", "userinfo"))) {
                return routed(request, tokens.caller(request), List.of("oidc", "userinfo"));
            }
            throw GraphRefusal.badRequest("Invalid version: " + (path.isEmpty() ? "" : path.get(0)) + ".");
        }
        Caller caller = tokens.caller(request);
        List<String> resource = path.subList(1, path.size());
        if (resource.equals(List.of("$batch"))) {
            counters.asked(request.method() + " /$batch");
            return batch.answer(request);
        }
        return routed(request, caller, resource);
    }

    private Answer routed(Request request, Caller caller, List<String> resource) {
        Routes.Match match = routes.find(request.method(), resource);
        Route route = match.route();
        counters.asked(route.method() + " " + route.template());
        QueryOptions options = options(request);
        Prefer prefer = Prefer.of(request);
        route.access().check(caller);
        Instant now = clock.instant();
        Person owner = route.access().isOutlook()
                ? gate.open(caller.app(), match.keys().get(0), now)
                : null;
        Call call = new Call(request, caller, owner, match.keys(), options, prefer, now, url);
        return throttling.answer(call, route);
    }

    private static List<String> segments(Request request) {
        try {
            return request.segments();
        } catch (IllegalArgumentException broken) {
            throw GraphRefusal.badRequest("The path can't be decoded.");
        }
    }

    private static QueryOptions options(Request request) {
        try {
            return QueryOptions.of(request.query());
        } catch (IllegalArgumentException broken) {
            throw GraphRefusal.badRequest("The query can't be decoded.");
        }
    }

    private Set<String> mailboxNames(List<String> path) {
        @Nullable String name = path.size() > 3 && path.get(1).equalsIgnoreCase("users") ? path.get(2) : null;
        return name == null
                ? Set.of()
                : people.find(name, clock.instant()).map(People::names).orElse(Set.of());
    }
}
