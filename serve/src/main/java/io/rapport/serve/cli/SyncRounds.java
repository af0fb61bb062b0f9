package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.FolderSync;
import io.rapport.serve.connection.SyncSummary;
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

    private final Session session;
    private final Connections connections;
    private final @Nullable String name;
    private final SyncView view;

    /** @param name of the one connection to sync; null: all of them */
    SyncRounds(Session session, Connections connections, @Nullable String name) {
        this.session = session;
        this.connections = connections;
        this.name = name;
        this.view = new SyncView(session.console());
        if (chosen().isEmpty()) {
            throw new RapportException(
                    ConnectionError.CONNECTION_UNKNOWN,
                    "There is no connection. To make one: rapport connect data-connect --folder DIR.");
        }
    }

    /** @throws RapportException {@link ConnectionError#FOLDER_NOT_REACHED} after the other connections were synced */
    void once() {
        Map<Connection, RapportException> failures = round(true);
        if (!failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
    }

    /** Goes on until the thread is interrupted. A folder that is not there now may come back. */
    void follow(Pause pause) {
        Map<Connection, RapportException> before = Map.of();
        try {
            for (boolean isFirst = true; ; isFirst = false) {
                Map<Connection, RapportException> failures = round(isFirst);
                for (Map.Entry<Connection, RapportException> failure : failures.entrySet()) {
                    if (!isKnown(failure.getKey(), before)) {
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

    private static boolean isKnown(Connection connection, Map<Connection, RapportException> failures) {
        return failures.keySet().stream().anyMatch(failed -> failed.name().equals(connection.name()));
    }

    private List<Connection> chosen() {
        return name == null ? connections.list() : List.of(connections.require(name));
    }

    /** Syncs each connection; answers with those whose folder was not reached. */
    private Map<Connection, RapportException> round(boolean isFirst) {
        Map<Connection, SyncSummary> summaries = new LinkedHashMap<>();
        Map<Connection, RapportException> failures = new LinkedHashMap<>();
        SyncImports imports = new SyncImports(session);
        try (imports) {
            FolderSync sync = new FolderSync(session.openState(), session.instants(), imports);
            for (Connection connection : chosen()) {
                try {
                    summaries.put(connection, sync.sync(connection, isFirst));
                } catch (RapportException e) {
                    if (e.code() != ConnectionError.FOLDER_NOT_REACHED) {
                        throw e;
                    }
                    failures.put(connection, e);
                }
            }
        }
        if (isFirst || summaries.values().stream().anyMatch(SyncSummary::didAnything)) {
            view.show(summaries, failures, imports.rejects());
        }
        return failures;
    }
}
