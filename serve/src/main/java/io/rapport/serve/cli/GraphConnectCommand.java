package io.rapport.serve.cli;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.consent.Finding;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Cloud;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphAccess;
import io.rapport.connect.graph.TenantId;
import io.rapport.core.error.RapportException;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.GraphSync;
import io.rapport.serve.connection.StoredCredential;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that connect a tenant have in common. */
abstract class GraphConnectCommand implements Task {

    @Option(names = "--tenant", required = true, paramLabel = "TENANT", description = "Its id, or one of its domains.")
    private String tenant = "";

    @Option(
            names = "--client-id",
            required = true,
            paramLabel = "ID",
            description = "The app's application (client) id. It has an administrator's consent.")
    private String clientId = "";

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = {
                "Certificate and private key in one file, PEM or PKCS #12.",
                "Its password: RAPPORT_CERTIFICATE_PASSWORD."
            })
    private @Nullable Path certificate;

    @Option(names = "--secret-file", paramLabel = "FILE", description = "Or a file that holds a client secret.")
    private @Nullable Path secretFile;

    @Option(
            names = "--federated-token-file",
            paramLabel = "FILE",
            description = "Or a file into which a platform writes tokens that the app trusts.")
    private @Nullable Path federatedTokenFile;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "global, usgov, usgov-dod or china. Default: global.")
    private String cloud = "global";

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the connection. Default: the connector's.")
    private @Nullable String name;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "Read members of this group only, by id or address; may be repeated.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--mailbox",
            paramLabel = "ADDRESS",
            description = "Read this mailbox too, or only such; shared ones are read where they are named.")
    private List<String> mailboxes = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            description = "Read users that this filter of Graph names: \"department eq 'Sales'\".")
    private @Nullable String filter;

    @Option(
            names = "--exclude-group",
            paramLabel = "GROUP",
            description = "Never read members of this group, whatever else names them; may be repeated.")
    private List<String> excludedGroups = new ArrayList<>();

    @Option(names = "--login-url", hidden = true)
    private @Nullable URI loginUrl;

    @Option(names = "--graph-url", hidden = true)
    private @Nullable URI graphUrl;

    private final Connector connector;

    GraphConnectCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public void run(Session session) {
        Endpoints endpoints = endpoints();
        TenantId asked = new TenantId(tenant);
        ClientId app = new ClientId(clientId);
        StoredCredential credential = credential(session);
        Selection selection = selection();
        session.createHome();
        GraphConnection connection = session.interruptibly(() -> new GraphConnection(
                name == null ? connector.word() : name,
                UUID.randomUUID().toString(),
                connector,
                GraphAccess.fetchId(session.instants(), endpoints, asked),
                app,
                endpoints,
                selection,
                "",
                session.instants().instant(),
                null));
        session.openConnections();
        GraphSync sync = session.openGraphSync();
        List<Finding> findings = session.interruptibly(() -> sync.probe(connection, credential));
        new GraphConnections(session.openState()).add(connection, credential, session.openSecrets());
        show(session.console(), connection, findings);
    }

    private Selection selection() {
        if (!connector.readsGroups() && !(groups.isEmpty() && excludedGroups.isEmpty())) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    connector.title() + " can't tell who is in a group: its app is not allowed to read groups. Say whom"
                            + " to read with --mailbox and --filter instead of --group and --exclude-group.");
        }
        return new Selection(groups, filter, mailboxes, excludedGroups);
    }

    private Endpoints endpoints() {
        Endpoints known = Cloud.find(cloud)
                .orElseThrow(() -> new RapportException(
                        CliError.WRONG_ARGUMENT,
                        "There is no cloud \"" + cloud + "\". Clouds: "
                                + Arrays.stream(Cloud.values()).map(Cloud::word).collect(Collectors.joining(", "))
                                + "."))
                .endpoints();
        return new Endpoints(loginUrl == null ? known.login() : loginUrl, graphUrl == null ? known.graph() : graphUrl);
    }

    private StoredCredential credential(Session session) {
        if (Stream.of(certificate, secretFile, federatedTokenFile)
                        .filter(file -> file != null)
                        .count()
                != 1) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "The app has to prove itself in one way: --certificate FILE (best), --federated-token-file FILE or"
                            + " --secret-file FILE.");
        }
        if (certificate != null) {
            return StoredCredential.certificate(
                    certificate,
                    session.variable("RAPPORT_CERTIFICATE_PASSWORD").orElse(""));
        }
        return secretFile != null
                ? StoredCredential.secret(secretFile)
                : StoredCredential.federated(java.util.Objects.requireNonNull(federatedTokenFile));
    }

    private static void show(Console console, GraphConnection connection, List<Finding> findings) {
        if (console.isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", connection.name());
            fields.put("connector", connection.connector().word());
            fields.put("tenant", connection.tenant());
            fields.put("permissions", FindingView.json(findings));
            console.json(fields);
            return;
        }
        console.line(connection.name() + ": " + connection.connector().title() + " is connected to tenant "
                + connection.tenant());
        FindingView.show(console, findings);
        console.note("To read what is there: rapport sync " + connection.name());
    }
}
