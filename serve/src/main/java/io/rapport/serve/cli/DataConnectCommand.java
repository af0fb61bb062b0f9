package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.serve.connection.Connection;
import io.rapport.serve.connection.NewFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Connects a folder that exports are written to. */
@Command(
        name = Connection.CONNECTOR,
        header = "Watch a folder that Graph Data Connect exports are written to.",
        sortOptions = false,
        description = {
            "Nothing is read before the first sync, and nothing in the folder is ever changed.",
            "Without --dataset, names decide what a file holds: Message_v1/part-0.json, or",
            "BasicDataSet_v0.Message_v1.json."
        },
        footer = {
            "",
            "Examples:",
            "  rapport connect data-connect --folder /mnt/exports",
            "  rapport connect data-connect --folder exports/mail --name mail --dataset Message_v1"
        })
final class DataConnectCommand implements Task {

    @Option(names = "--folder", required = true, paramLabel = "DIR", description = "The folder, local or mounted.")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the connection. Default: data-connect.")
    private String name = Connection.CONNECTOR;

    @Option(names = "--dataset", paramLabel = "DATASET", description = "What all files in it hold.")
    private @Nullable String datasetName;

    @Override
    public void run(Session session) {
        Dataset dataset = datasetName == null ? null : NamedDataset.of(datasetName);
        Path absolute = NewFolder.require(folder, session.home());
        Connection connection =
                new Connection(name, absolute, dataset, session.instants().instant(), null);
        session.createHome();
        session.openConnections().add(connection);
        Console console = session.console();
        if (console.isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", connection.name());
            fields.put("connector", Connection.CONNECTOR);
            fields.put("folder", connection.folder());
            fields.put("dataset", dataset);
            console.json(fields);
            return;
        }
        console.line(connection.name() + " watches " + connection.folder() + ": "
                + (dataset == null ? "names decide what a file holds" : "files hold " + dataset.name()));
        console.note("To import what is there: rapport sync " + connection.name());
    }
}
