package io.rapport.simulator.tenant;

import io.rapport.simulator.control.Counters;
import io.rapport.simulator.control.Fault;
import io.rapport.simulator.control.FaultPlan;
import io.rapport.simulator.entra.Entra;
import io.rapport.simulator.graph.Faults;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Handler;
import io.rapport.simulator.http.Request;
import java.util.Optional;
import java.util.Set;

/** Entra under the same fault plan as Graph. */
final class FaultyEntra implements Handler {

    private final Entra entra;
    private final FaultPlan faults;
    private final Counters counters;

    FaultyEntra(Entra entra, FaultPlan faults, Counters counters) {
        this.entra = entra;
        this.faults = faults;
        this.counters = counters;
    }

    @Override
    public Answer answer(Request request) {
        counters.asked(request.method() + " entra " + lastParts(request.path()));
        Optional<Fault> fault = faults.next(request.method(), request.path(), Set.of());
        if (fault.isEmpty()) {
            return entra.answer(request);
        }
        counters.faulted();
        if (fault.get() instanceof Fault.Status status) {
            Answer plain = Answer.text(status.status(), "text/plain", "This fault was planned.");
            return status.retryAfter().isEmpty() ? plain : plain.with("Retry-After", status.retryAfter());
        }
        return Faults.spoiled(fault.get(), entra.answer(request));
    }

    /** Without the tenant's name. */
    private static String lastParts(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(second);
    }
}
