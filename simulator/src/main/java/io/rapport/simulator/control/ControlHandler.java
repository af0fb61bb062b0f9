package io.rapport.simulator.control;

import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Handler;
import io.rapport.simulator.http.Json;
import io.rapport.simulator.http.JsonTree;
import io.rapport.simulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clock, faults, counters and switches over HTTP, in JSON. Thread-safe. */
public final class ControlHandler implements Handler {

    private final TenantClock clock;
    private final FaultPlan faults;
    private final Counters counters;
    private final Switches switches;

    public ControlHandler(TenantClock clock, FaultPlan faults, Counters counters, Switches switches) {
        this.clock = clock;
        this.faults = faults;
        this.counters = counters;
        this.switches = switches;
    }

    @Override
    public Answer answer(Request request) {
        try {
            return routed(request);
        } catch (ControlRefusal refusal) {
            return json(refusal.status(), Map.of("error", refusal.text()));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            return json(400, Map.of("error", String.valueOf(wrong.getMessage())));
        }
    }

    private Answer routed(Request request) {
        List<String> path = request.segments();
        String first = path.isEmpty() ? "" : path.get(0);
        String second = path.size() < 2 ? "" : path.get(1);
        return switch (request.method() + " " + first) {
            case "GET clock" -> clock();
            case "PUT clock" -> {
                clock.set(Instant.parse(text(request, "now")));
                yield clock();
            }
            case "POST clock" -> {
                clock.advance(Duration.parse(text(request, "by")));
                yield clock();
            }
            case "GET faults" ->
                json(200, faults.rules().stream().map(FaultRuleJson::json).toList());
            case "POST faults" -> {
                FaultRule rule = FaultRuleJson.rule(JsonTree.object(request.body()));
                faults.schedule(rule);
                yield json(201, FaultRuleJson.json(rule));
            }
            case "DELETE faults" -> {
                faults.clear();
                yield Answer.empty(204);
            }
            case "GET counters" -> json(200, totals());
            case "DELETE counters" -> {
                counters.clear();
                yield Answer.empty(204);
            }
            case "PUT consent" -> switched(() -> switches.grantConsent(second));
            case "DELETE consent" -> switched(() -> switches.withdrawConsent(second));
            case "DELETE sync-state" -> switched(() -> switches.expireSyncState(second));
            case "PUT throttle" -> switched(() -> switches.throttle(Double.parseDouble(text(request, "factor"))));
            default ->
                throw new ControlRefusal(
                        404,
                        "There is no " + request.method() + " " + request.path()
                                + ". There are clock, faults, counters, consent, sync-state and throttle.");
        };
    }

    private static Answer switched(Runnable action) {
        action.run();
        return Answer.empty(204);
    }

    private Answer clock() {
        return json(200, Map.of("now", clock.instant().toString()));
    }

    private static String text(Request request, String name) {
        Object value = JsonTree.object(request.body()).get(name);
        if (value == null) {
            throw new ControlRefusal(400, "\"" + name + "\" is missing.");
        }
        return value.toString();
    }

    private Map<String, @Nullable Object> totals() {
        Counters.Totals totals = counters.totals();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("requests", totals.requests());
        Map<String, @Nullable Object> statuses = new LinkedHashMap<>();
        totals.statuses().forEach((status, count) -> statuses.put("" + status, count));
        json.put("statuses", statuses);
        json.put("throttled", totals.throttled());
        json.put("faults", totals.faults());
        json.put("unexpected", totals.unexpected());
        json.put("mostTogether", totals.mostTogether());
        json.put("mostTogetherPerMailbox", totals.mostTogetherPerMailbox());
        return json;
    }

    private static Answer json(int status, Object tree) {
        return Answer.json(status, Json.bytes(json -> JsonTree.write(json, tree)));
    }
}
