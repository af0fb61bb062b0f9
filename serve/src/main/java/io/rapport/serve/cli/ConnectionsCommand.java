package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.Lake;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.WatchedFile;
import io.rapport.serve.connection.WatchedFile.State;
import io.rapport.serve.connection.WatchedFiles;
import io.rapport.serve.state.ServeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Lists the connections and what their last sync found. */
@Command(
        name = "connections",
        header = "List the connections: what they need, what they read and when, and what they set aside.",
        sortOptions = false,
        footer = {"", "Example:", "  rapport connections"})
final class ConnectionsCommand implements Task, ServedTask {

    @Override
    public void run(Session session) {
        List<Connection> connections = List.of();
        Map<Connection, List<WatchedFile>> files = new LinkedHashMap<>();
        Map<GraphConnection, TenantStanding> tenants = new LinkedHashMap<>();
        if (session.home().isInUse()) {
            ServeState state = session.openState();
            connections = session.openConnections().list();
            WatchedFiles watched = new WatchedFiles(state);
            connections.forEach(connection -> files.put(connection, watched.list(connection)));
            try (Lake lake = session.openLake()) {
                new GraphConnections(state)
                        .list()
                        .forEach(tenant -> tenants.put(
                                tenant,
                                new TenantStanding(
                                        tenant,
                                        GraphSync.mailboxes(tenant, lake.landing()),
                                        session.instants().instant())));
            }
        }
        Console console = session.console();
        if (console.isJson()) {
            List<Object> all = new ArrayList<>();
            files.forEach((connection, found) -> all.add(json(connection, found)));
            tenants.forEach((tenant, standing) -> all.add(TenantView.json(tenant, standing)));
            console.json(Map.of("connections", all));
            return;
        }
        if (connections.isEmpty() && tenants.isEmpty()) {
            console.note("There is no connection. To make one: rapport connect --help.");
            return;
        }
        if (!tenants.isEmpty()) {
            TenantView.show(console, tenants);
        }
        if (connections.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("connection"),
                TextTable.Column.text("folder"),
                TextTable.Column.text("dataset"),
                TextTable.Column.number("imported"),
                TextTable.Column.number("waiting"),
                TextTable.Column.number("set aside"),
                TextTable.Column.text("last sync")));
        files.forEach((connection, found) -> table.add(row(connection, found)));
        table.print(console);
        files.forEach((connection, found) -> found.stream()
                .filter(file -> file.state() == State.SET_ASIDE)
                .forEach(file -> console.line(connection.name() + " set aside: " + file.reason())));
    }

    @Override
    public void run(Session session, ServerApi server) {
        ServedView.connections(server, session.console());
    }

    private static List<String> row(Connection connection, List<WatchedFile> files) {
        Dataset dataset = connection.dataset();
        return List.of(
                connection.name(),
                connection.folder().toString(),
                dataset == null ? "by name" : dataset.name(),
                Words.count(count(files, State.IMPORTED)),
                Words.count(count(files, State.WAITING)),
                Words.count(count(files, State.SET_ASIDE)),
                connection.syncedAt() == null ? "never" : connection.syncedAt().toString());
    }

    private static Map<String, @Nullable Object> json(Connection connection, List<WatchedFile> files) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", connection.name());
        fields.put("connector", Connection.CONNECTOR);
        fields.put("folder", connection.folder());
        fields.put("dataset", connection.dataset());
        fields.put("createdAt", connection.createdAt());
        fields.put("syncedAt", connection.syncedAt());
        fields.put("imported", count(files, State.IMPORTED));
        fields.put("waiting", count(files, State.WAITING));
        fields.put("setAside", SyncView.setAside(files));
        return fields;
    }

    private static long count(List<WatchedFile> files, State state) {
        return files.stream().filter(file -> file.state() == state).count();
    }
}
