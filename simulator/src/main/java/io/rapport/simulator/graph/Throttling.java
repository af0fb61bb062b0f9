package io.rapport.simulator.graph;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.control.Counters;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.throttle.Limit;
import io.rapport.simulator.throttle.RetryAfter;
import io.rapport.simulator.throttle.Throttle;
import io.rapport.simulator.throttle.Throttled;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a call through to its endpoint as far as the limits allow, and says so in the headers. Thread-safe. */
final class Throttling {

    private static final double TOLD_FROM = 0.8;

    private final Throttle throttle;
    private final Counters counters;
    private final AtomicLong refusals = new AtomicLong();

    Throttling(Throttle throttle, Counters counters) {
        this.throttle = throttle;
        this.counters = counters;
    }

    Answer answer(Call call, Route route) {
        try {
            throttle.enter(call.caller().app());
            return route.access().isOutlook() ? ofMailbox(call, route) : ofDirectory(call, route);
        } catch (Throttled throttled) {
            counters.throttled();
            throw refusal(call, throttled);
        }
    }

    private Answer ofMailbox(Call call, Route route) {
        Person owner = call.mailboxOwner();
        counters.mailboxBegan(owner.id());
        try {
            Throttle.Ticket ticket = throttle.enterMailbox(call.caller().app(), owner.id());
            try {
                return route.endpoint().answer(call);
            } finally {
                ticket.close();
            }
        } finally {
            counters.mailboxEnded(owner.id());
        }
    }

    private Answer ofDirectory(Call call, Route route) {
        long cost = cost(call, route);
        double share = throttle.spendDirectory(call.caller().app(), cost);
        Answer answer = route.endpoint().answer(call).with("x-ms-resource-unit", "" + cost);
        return share < TOLD_FROM
                ? answer
                : answer.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", share));
    }

    private static long cost(Call call, Route route) {
        int cost = route.cost();
        cost -= call.options().given().contains("$select") ? 1 : 0;
        cost += call.options().given().contains("$expand") ? 1 : 0;
        cost -= call.options().top().orElse(Integer.MAX_VALUE) < 20 ? 1 : 0;
        return Math.max(1, cost);
    }

    /** Every other refusal says a fraction of a second, as Microsoft 365 does at times. */
    private GraphRefusal refusal(Call call, Throttled throttled) {
        RetryAfter form = refusals.getAndIncrement() % 2 == 0 ? RetryAfter.WHOLE : RetryAfter.FRACTIONAL;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", form.text(throttled.retryAfter()));
        Limit limit = throttled.limit();
        if (limit == Limit.DIRECTORY_UNITS) {
            headers.put(
                    "x-ms-throttle-scope",
                    "Tenant_Application/ReadWrite/" + call.caller().app());
            headers.put("x-ms-throttle-information", "ResourceUnitLimitExceeded");
        }
        return new GraphRefusal(429, limit.code(), limit.message(), headers);
    }
}
