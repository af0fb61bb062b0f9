package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.Lake;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.dataset.Catalog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what rests in the lake, or what one dataset may hold and what has landed of it. */
@Command(
        name = "datasets",
        header = "Show what rests in the lake; with a name, also what it may hold.",
        sortOptions = false,
        footer = {"", "Examples:", "  rapport datasets", "  rapport datasets Message_v1"})
final class DatasetsCommand implements Task, ServedTask {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DATASET",
            description = "One dataset, for example Message_v1.")
    private @Nullable String name;

    @Override
    public void run(Session session) {
        Dataset dataset = name == null ? null : NamedDataset.of(name);
        Catalog catalog = catalog(session);
        Console console = session.console();
        if (dataset != null) {
            DatasetView.show(catalog.entry(dataset), console);
        } else {
            CatalogView.show(catalog, console);
            if (!console.isJson() && catalog.entries().stream().allMatch(entry -> entry.files() == 0)) {
                console.note("Nothing has landed in " + session.home().folder()
                        + " yet. To begin: rapport import DATASET FILE.");
            }
        }
    }

    @Override
    public void run(Session session, ServerApi server) {
        if (name == null) {
            ServedView.datasets(server, session.console());
        } else {
            session.console().json(server.get("/datasets/" + ServerApi.encoded(name), Map.of()));
        }
    }

    /** An unused home is shown as empty and not created. */
    private static Catalog catalog(Session session) {
        if (!session.home().isInUse()) {
            return Catalog.of(List.of());
        }
        try (Lake lake = session.openLake()) {
            return Catalog.of(lake.contents());
        }
    }
}
