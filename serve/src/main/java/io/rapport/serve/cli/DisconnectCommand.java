package io.rapport.serve.cli;

import io.rapport.connect.sync.Scopes;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a connection. */
@Command(
        name = "disconnect",
        header = "End a connection; what has landed stays.",
        sortOptions = false,
        footer = {"", "Example:", "  rapport disconnect data-connect"})
final class DisconnectCommand implements Task {

    @Parameters(index = "0", paramLabel = "NAME", description = "The connection: rapport connections lists them.")
    private String name = "";

    @Override
    public void run(Session session) {
        Connections connections = session.requireConnections();
        Optional<GraphConnection> tenant = new GraphConnections(session.openState()).find(name);
        if (tenant.isPresent()) {
            disconnect(session, tenant.get());
            return;
        }
        Connection connection = connections.require(name);
        connections.remove(connection);
        Console console = session.console();
        if (console.isJson()) {
            console.json(Map.of("disconnected", name));
        } else {
            console.line(name + " is disconnected. What has landed stays, and so does everything in "
                    + connection.folder() + ".");
        }
    }

    /** Without its checkpoints, a sync that is under way can't commit any more. */
    private void disconnect(Session session, GraphConnection tenant) {
        new GraphConnections(session.openState()).remove(tenant);
        try (Lake lake = session.openLake()) {
            lake.landing().forget(new Scopes(tenant.id()).all());
        }
        Console console = session.console();
        if (console.isJson()) {
            console.json(Map.of("disconnected", name));
        } else {
            console.line(name + " is disconnected, and its credential is deleted. What has landed stays.");
            console.note(
                    "Rapport can't be sure that nobody else has the credential: take the app or its consent away in"
                            + " Entra as well.");
        }
    }
}
