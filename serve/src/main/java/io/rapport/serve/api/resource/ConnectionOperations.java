package io.rapport.serve.api.resource;

import static io.rapport.serve.access.AccessAction.CHANGE;
import static io.rapport.serve.access.AccessAction.DELETE;
import static io.rapport.serve.access.AccessAction.VIEW;
import static io.rapport.serve.security.Role.ADMINISTRATOR;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.Call;
import io.rapport.serve.api.operation.Draft;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Parameter;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.job.Workshop;
import java.util.List;

/**
 * Connections: how each stands, syncs, the look at permissions, and their end. Connecting needs a credential and a tenant's
 * consent, and is for the browser and the command line.
 */
public final class ConnectionOperations {

    private static final String TAG = "Connections";
    private static final Parameter NAME = Parameter.path("connection", "Name of the connection.");

    private final ConnectionStandings standings;
    private final Jobs jobs;
    private final Workshop workshop;
    private final ConnectionWork work;

    public ConnectionOperations(ConnectionStandings standings, Jobs jobs, Workshop workshop, ConnectionWork work) {
        this.standings = standings;
        this.jobs = jobs;
        this.workshop = workshop;
        this.work = work;
    }

    public List<Operation> list() {
        return List.of(
                Draft.get("listConnections", "/connections", "Connections and how each stands.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Connections")
                        .takes(Paging.parameters())
                        .lists(
                                ConnectionShapes.CONNECTION,
                                call -> Paging.part(call, standings.list(), ConnectionShapes.Standing::name)),
                Draft.get("getConnection", "/connections/{connection}", "A connection, and how it stands.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Connection")
                        .takes(NAME)
                        .answers(ConnectionShapes.CONNECTION, call -> standings.require(call.text("connection"))),
                Draft.post("syncConnection", "/connections/{connection}/sync", "Reads what is new.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, CHANGE, "Sync")
                        .takes(NAME)
                        .begins(JobShapes.JOB, call -> begin(call, JobKind.SYNC)),
                Draft.post(
                                "checkConnection",
                                "/connections/{connection}/check",
                                "Tries every permission of a tenant's app now; reads no mail.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, VIEW, "Permissions")
                        .takes(NAME)
                        .answers(ConnectionShapes.CHECK, call -> {
                            standings.require(call.text("connection"));
                            return work.check(call.text("connection"));
                        }),
                Draft.post(
                                "disconnect",
                                "/connections/{connection}/disconnect",
                                "Ends a connection; what it brought stays.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "Connection: kept what it brought")
                        .takes(NAME)
                        .does(this::disconnect),
                Draft.delete(
                                "eraseConnection",
                                "/connections/{connection}",
                                "Ends a connection and erases all that it brought.")
                        .in(TAG)
                        .logged(ADMINISTRATOR, DELETE, "Connection")
                        .takes(NAME)
                        .begins(JobShapes.JOB, call -> begin(call, JobKind.ERASURE)));
    }

    private void disconnect(Call call) {
        String name = standings.require(call.text("connection")).name();
        if (jobs.findOpen(JobKind.ERASURE, name).isPresent()) {
            throw new RapportException(ApiError.CONFLICT, "The connection is being erased.");
        }
        jobs.findOpen(JobKind.SYNC, name).ifPresent(job -> workshop.cancel(job.id()));
        work.end(name);
    }

    private Job begin(Call call, JobKind kind) {
        String name = standings.require(call.text("connection")).name();
        if (kind == JobKind.ERASURE) {
            jobs.findOpen(JobKind.SYNC, name).ifPresent(job -> workshop.cancel(job.id()));
        } else if (jobs.findOpen(JobKind.ERASURE, name).isPresent()) {
            throw new RapportException(ApiError.CONFLICT, "The connection is being erased.");
        }
        Job job = workshop.request(kind, name, call.person().displayName());
        call.isAt("/jobs/" + job.id());
        return job;
    }
}
