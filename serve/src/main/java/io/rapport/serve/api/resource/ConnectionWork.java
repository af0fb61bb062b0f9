package io.rapport.serve.api.resource;

import io.rapport.connect.consent.Finding;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.LastFindings;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at a connection's permissions, and ends connections. Thread-safe. */
public final class ConnectionWork {

    private final ServeState state;
    private final Lake lake;
    private final ServerPlan plan;
    private final LastFindings found;

    public ConnectionWork(ServeState state, Lake lake, ServerPlan plan, LastFindings found) {
        this.state = state;
        this.lake = lake;
        this.plan = plan;
        this.found = found;
    }

    /** @throws RapportException of a folder; or what the tenant says where there is no token at all */
    ConnectionShapes.Check check(String name) throws InterruptedException {
        GraphConnection tenant = findTenant(name)
                .orElseThrow(() ->
                        new RapportException(ApiError.CONFLICT, "A folder has no permissions that could be tried."));
        List<Finding> findings = new GraphSync(state, plan.instants(), plan.secrets()).probe(tenant);
        Instant now = plan.instants().instant();
        found.keep(tenant.id(), findings, now);
        return new ConnectionShapes.Check(now, findings);
    }

    /** What has landed stays. */
    void end(String name) {
        Disconnection disconnection = new Disconnection(state, lake, plan.home(), plan.instants());
        Optional<GraphConnection> tenant = findTenant(name);
        if (tenant.isPresent()) {
            disconnection.end(tenant.get());
        } else {
            disconnection.end(new Connections(state).require(name));
        }
    }

    private Optional<GraphConnection> findTenant(String name) {
        return new GraphConnections(state).find(name);
    }
}
