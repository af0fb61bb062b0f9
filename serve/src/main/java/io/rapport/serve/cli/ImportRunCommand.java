package io.rapport.serve.cli;

import io.rapport.lake.Lake;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.enrichment.RunImport;
import io.rapport.serve.run.Run;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a run of a cluster home. */
@Command(
        name = "import-run",
        header = "Make a run of a Spark cluster one of this home: its tables are served as any other's.",
        sortOptions = false,
        description = {
            "The folder is the one that the cluster's run delivered with --out, copied to this machine.",
            "Doing it on your own home, you give the consent yourself; the log of runs says so."
        },
        footer = {"", "Examples:", "  rapport import-run runs/2026-10-31"})
final class ImportRunCommand implements Task {

    private static final String CONSENT =
            "given on the command line by the person at the keyboard, who brought the run from a cluster";

    @Parameters(index = "0", paramLabel = "DIR", description = "With manifest.json and the tables.")
    private Path folder = Path.of("");

    @Override
    public void run(Session session) {
        Run run;
        try (Lake lake = session.openLake()) {
            run = new RunImport(
                            session.home(),
                            session.openRuns(),
                            new Enrichments(session.openState(), session.instants()),
                            lake.suppression(),
                            session.engineSettings(1))
                    .run(folder, CONSENT);
        }
        show(run, session);
    }

    private static void show(Run run, Session session) {
        Long found = run.rows();
        long rows = found == null ? 0 : found;
        if (session.console().isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("run", run.id());
            fields.put("output", run.request().output());
            fields.put("asOf", run.request().asOf());
            fields.put("rows", rows);
            fields.put("warnings", run.warnings());
            session.console().json(fields);
            return;
        }
        session.console()
                .line(run.request().output() + ", as of " + run.request().asOf() + " in "
                        + run.request().timeZone() + ": " + Words.many(rows, "row"));
        session.console().line("  kept as   " + run.id());
        List<String> warnings = run.warnings();
        warnings.forEach(warning -> session.console().line("Warning: " + warning));
    }
}
