package io.rapport.serve.cli;

import io.rapport.lake.Lake;
import io.rapport.lake.retention.Erased;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a connection. */
@Command(
        name = "disconnect",
        header = "End a connection; what has landed stays, or is erased.",
        sortOptions = false,
        description = {
            "A sync of it that is under way stops. With --erase all that the connection brought into the lake is",
            "deleted, and every file of the home is looked at once more; where it is broken off, run it again.",
            "Tables of earlier runs stay in the output folder either way."
        },
        footer = {"", "Examples:", "  rapport disconnect data-connect", "  rapport disconnect outlook-mail --erase"})
final class DisconnectCommand implements Task, ServedTask {

    @Parameters(index = "0", paramLabel = "NAME", description = "The connection: rapport connections lists them.")
    private String name = "";

    @Option(names = "--erase", description = "Erase what it brought.")
    private boolean isErasing;

    @Override
    public void run(Session session) {
        Connections connections = session.requireConnections();
        Optional<GraphConnection> tenant = new GraphConnections(session.openState()).find(name);
        Connection folder = tenant.isPresent() ? null : connections.require(name);
        Erased erased = null;
        List<Path> outside = List.of();
        try (Lake lake = session.openLake()) {
            Disconnection disconnection =
                    new Disconnection(session.openState(), lake, session.home(), session.instants());
            if (folder == null) {
                GraphConnection connection = tenant.orElseThrow();
                if (isErasing) {
                    erased = disconnection.erase(connection);
                } else {
                    disconnection.end(connection);
                }
            } else if (isErasing) {
                erased = disconnection.erase(folder);
            } else {
                disconnection.end(folder);
            }
            outside = isErasing ? disconnection.extractionsOutside() : List.of();
        }
        show(session.console(), folder, erased);
        name(outside, session.console());
    }

    @Override
    public void run(Session session, ServerApi server) {
        String path = "/connections/" + ServerApi.encoded(name);
        Console console = session.console();
        if (isErasing) {
            Map<String, @Nullable Object> job =
                    ServedJob.await(session, server, server.erase(path).get("id"));
            if (console.isJson()) {
                console.json(job);
            } else {
                console.line(name + " is disconnected. " + job.get("summary"));
            }
            return;
        }
        server.tell(path + "/disconnect");
        if (console.isJson()) {
            console.json(Map.of("disconnected", name));
        } else {
            console.line(name + " is disconnected. What has landed stays.");
        }
    }

    private static void name(List<Path> outside, Console console) {
        if (!outside.isEmpty()) {
            console.note("These extractions lie outside of the home. Delete those that hold anything of it: "
                    + outside.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
    }

    private void show(Console console, @Nullable Connection folder, @Nullable Erased erased) {
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("disconnected", name);
            if (erased != null) {
                fields.put("erasedRows", erased.rows());
                fields.put("erasedFiles", erased.files());
            }
            console.json(fields);
            return;
        }
        String ended = name + " is disconnected" + (folder == null ? ", and its credential is deleted. " : ". ");
        console.line(
                erased == null
                        ? ended + "What has landed stays"
                                + (folder == null ? "." : ", and so does everything in " + folder.folder() + ".")
                        : ended + "What it brought is erased: " + Words.many(erased.rows(), "row") + " in "
                                + Words.many(erased.files(), "file") + "."
                                + (folder == null ? "" : " Everything in " + folder.folder() + " stays."));
        if (erased != null) {
            console.note(
                    "No file of the home holds anything of it; extractions that lay in the home are deleted. Tables of earlier runs stay: delete those in the"
                            + " output folder that you no longer want. What other connections and imports had brought alike comes"
                            + " back with their next sync, and with importing their files again.");
        }
        if (folder == null) {
            console.note(
                    "Rapport can't be sure that nobody else has the credential: take the app or its consent away in"
                            + " Entra as well.");
        }
    }
}
