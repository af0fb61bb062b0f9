package io.rapport.serve.cli;

import io.rapport.lake.Lake;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.Disconnection;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.erasure.Certificates;
import io.rapport.serve.erasure.ConnectionCertificate;
import io.rapport.serve.erasure.ConnectionErasures;
import io.rapport.serve.erasure.ConnectionErasures.Done;
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
            "deleted, every file of the home is looked at once more, and a certificate is written; where it is broken off,",
            "run it again. Tables of earlier runs stay in the output folder either way."
        },
        footer = {"", "Examples:", "  rapport disconnect data-connect", "  rapport disconnect outlook-mail --erase"})
final class DisconnectCommand implements Task, ServedTask {

    private static final String PERSON = "the person at the keyboard";
    private static final String FROM = "command line";

    @Parameters(index = "0", paramLabel = "NAME", description = "The connection: rapport connections lists them.")
    private String name = "";

    @Option(names = "--erase", description = "Erase what it brought.")
    private boolean isErasing;

    @Override
    public void run(Session session) {
        Connections connections = session.requireConnections();
        if (isErasing) {
            erase(session, connections);
            return;
        }
        Optional<GraphConnection> tenant = new GraphConnections(session.openState()).find(name);
        Connection folder = tenant.isPresent() ? null : connections.require(name);
        try (Lake lake = session.openLake()) {
            Disconnection disconnection =
                    new Disconnection(session.openState(), lake, session.home(), session.instants());
            if (folder == null) {
                disconnection.end(tenant.orElseThrow());
            } else {
                disconnection.end(folder);
            }
        }
        new AccessLog(session.openState(), session.instants())
                .add(new AccessEvent("", PERSON, "", AccessAction.DELETE, "Connection", name, FROM, true));
        show(session.console(), folder == null, folder == null ? null : folder.folder());
    }

    private void erase(Session session, Connections connections) {
        Optional<Connection> folder = connections.find(name);
        Done done;
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            done = new ConnectionErasures(
                            session.home(), session.openState(), lake, session.openSecrets(), session.instants())
                    .erase(name, PERSON, FROM, progress);
        }
        show(session, done, folder.map(Connection::folder).orElse(null));
        name(done.outside(), session.console());
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

    private void show(Console console, boolean isTenant, @Nullable Path folder) {
        if (console.isJson()) {
            console.json(Map.of("disconnected", name));
            return;
        }
        console.line(ended(isTenant) + "What has landed stays"
                + (folder == null ? "." : ", and so does everything in " + folder + "."));
        noteCredential(console, isTenant);
    }

    private void show(Session session, Done done, @Nullable Path folder) {
        Console console = session.console();
        ConnectionCertificate certificate = done.certificate();
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("disconnected", name);
            fields.put("erasedRows", done.erased().rows());
            fields.put("erasedFiles", done.erased().files());
            fields.put("certificate", certificate.name());
            console.json(fields);
            return;
        }
        console.line(ended(certificate.isOfTenant()) + "What it brought is erased: "
                + Words.many(done.erased().rows(), "row") + " in "
                + Words.many(done.erased().files(), "file") + "."
                + (folder == null ? "" : " Everything in " + folder + " stays."));
        console.line("Certificate: " + new Certificates(session.home()).text(certificate.name()));
        console.note(
                "No file of the home holds anything of it; extractions that lay in the home are deleted. Tables of earlier runs stay: delete those in the"
                        + " output folder that you no longer want. What other connections and imports had brought alike comes"
                        + " back with their next sync, and with importing their files again.");
        noteCredential(console, certificate.isOfTenant());
    }

    private String ended(boolean isTenant) {
        return name + " is disconnected" + (isTenant ? ", and its credential is deleted. " : ". ");
    }

    private static void noteCredential(Console console, boolean isTenant) {
        if (isTenant) {
            console.note(
                    "Rapport can't be sure that nobody else has the credential: take the app or its consent away in"
                            + " Entra as well.");
        }
    }
}
