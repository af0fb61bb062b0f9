package io.rapport.serve.cli;

import io.rapport.connect.ConnectError;
import io.rapport.connect.sync.CommitLimits;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.LakeError;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.FolderSync;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.SyncSummary;
import io.rapport.serve.dataset.RejectFile;
import io.rapport.serve.secret.SecretError;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes round the connections, once or again and again, and shows what came of it. */
final class SyncRounds {

    /** Waits between two rounds. */
    @FunctionalInterface
    interface Pause {
        void await() throws InterruptedException;
    }

    /** A round over a tenant asks every mailbox; folders are looked at far more often. */
    private static final Duration BETWEEN_TENANT_ROUNDS = Duration.ofMinutes(5);

    private final Session session;
    private final Connections connections;
    private final GraphConnections tenants;
    private final @Nullable String name;
    private final CommitLimits limits;
    private final SyncView view;
    private Instant tenantsDue = Instant.MIN;

    /**
     * @param name of the one connection to sync; null: all of them
     * @param limits when what a tenant sent is committed
     */
    SyncRounds(Session session, Connections connections, @Nullable String name, CommitLimits limits) {
        this.session = session;
        this.connections = connections;
        this.name = name;
        this.limits = limits;
        this.view = new SyncView(session.console());
        this.tenants = new GraphConnections(session.openState());
        if (chosen().isEmpty() && chosenTenants().isEmpty()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_UNKNOWN, "There is no connection. To make one: rapport connect --help.");
        }
    }

    /** @throws RapportException the first connection's that came to nothing, after the others were synced */
    void once() {
        Map<String, RapportException> failures = round(true);
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }

    /** Goes on until the thread is interrupted. A folder that is not there now may come back. */
    void follow(Pause pause) {
        Map<String, RapportException> before = Map.of();
        try {
            for (boolean isFirst = true; ; isFirst = false) {
                Map<String, RapportException> failures = round(isFirst);
                for (Map.Entry<String, RapportException> failure : failures.entrySet()) {
                    if (!before.containsKey(failure.getKey())) {
                        session.console().note(failure.getValue().text());
                    }
                }
                before = failures;
                session.console().out().flush();
                pause.await();
            }
        } catch (InterruptedException stopped) {
            throw new RapportException(
                    CliError.INTERRUPTED, "Stopped. Everything that was imported has landed.", stopped);
        }
    }

    private List<Connection> chosen() {
        return name == null
                ? connections.list()
                : chosenTenants().isEmpty() ? List.of(connections.require(name)) : List.of();
    }

    private List<GraphConnection> chosenTenants() {
        return name == null ? tenants.list() : tenants.find(name).stream().toList();
    }

    /** Syncs each connection; answers with those that came to nothing, by name. */
    private Map<String, RapportException> round(boolean isFirst) {
        Map<Connection, SyncSummary> summaries = new LinkedHashMap<>();
        Map<GraphConnection, io.rapport.connect.sync.SyncSummary> read = new LinkedHashMap<>();
        Map<String, RapportException> failures = new LinkedHashMap<>();
        List<Path> rejects = new ArrayList<>();
        SyncImports imports = new SyncImports(session);
        try (imports) {
            FolderSync sync = new FolderSync(session.openState(), session.instants(), imports);
            for (Connection connection : chosen()) {
                try {
                    summaries.put(connection, sync.sync(connection, isFirst));
                } catch (RapportException e) {
                    if (e.code() != ConnectionError.FOLDER_NOT_REACHED && e.code() != LakeError.SOURCE_ENDED) {
                        throw e;
                    }
                    failures.put(connection.name(), e);
                }
            }
        }
        rejects.addAll(imports.rejects());
        Instant now = session.instants().instant();
        if (!now.isBefore(tenantsDue)) {
            tenantsDue = now.plus(BETWEEN_TENANT_ROUNDS);
            rejects.addAll(readTenants(read, failures));
        }
        if (isFirst || !read.isEmpty() || summaries.values().stream().anyMatch(SyncSummary::didAnything)) {
            view.show(summaries, read, failures, rejects);
        }
        return failures;
    }

    /**
     * One that fails is reported once the others are read; a home that can't be written ends everything. Returns the reject
     * files.
     */
    private List<Path> readTenants(
            Map<GraphConnection, io.rapport.connect.sync.SyncSummary> read, Map<String, RapportException> failures) {
        List<GraphConnection> chosen = chosenTenants();
        List<Path> rejects = new ArrayList<>();
        if (chosen.isEmpty()) {
            return rejects;
        }
        GraphSync sync = session.openGraphSync();
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            for (GraphConnection tenant : chosen) {
                RejectFile rejected = new RejectFile(
                        session.home().rejects(), session.instants().instant(), tenant.name());
                try (rejected) {
                    read.put(
                            tenant,
                            session.interruptibly(() -> sync.sync(tenant, lake, limits, rejected::add, progress)));
                } catch (RapportException e) {
                    if (!(e.code() instanceof ConnectError)
                            && !(e.code() instanceof SecretError)
                            && e.code() != LakeError.COMMIT_SUPERSEDED
                            && e.code() != LakeError.SOURCE_ENDED) {
                        throw e;
                    }
                    failures.put(tenant.name(), e);
                }
                rejected.findPath().ifPresent(rejects::add);
            }
        }
        return rejects;
    }
}
