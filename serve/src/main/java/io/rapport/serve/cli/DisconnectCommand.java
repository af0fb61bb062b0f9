package io.rapport.serve.cli;

import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import java.util.Map;
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
}
