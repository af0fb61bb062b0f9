package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.export.ExportJob;
import io.rapport.serve.export.ExportPlan;
import io.rapport.serve.export.ExportSource;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.segment.Segments;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of an enrichment, or the members of a segment, to files. */
@Command(
        name = "export",
        header = "Export the tables of the latest run, or a segment: CSV, Parquet, JSON lines, a CDM folder.",
        sortOptions = false,
        description = {
            "NAME is an output table, whose four tables are written, or a segment: its name, or stale, going-quiet, rising,",
            "single-threaded, one-way. In CSV a text that a spreadsheet would compute has a quote in front. A Common Data",
            "Model folder (cdm) has model.json and a CSV file for each table, with every value as it is."
        },
        footer = {
            "",
            "Examples:",
            "  rapport export Office --format parquet --out tables",
            "  rapport export going-quiet --enrichment Office --out lists",
            "  rapport export Office --server https://rapport.contoso.com --api-key-file key.txt --out tables",
            "  rapport export Office --format cdm --location https://contoso.dfs.core.windows.net/data/office --out cdm"
        })
final class ExportCommand implements Task, ServedTask {

    private static final String PERSON = "the person at the keyboard";
    private static final String FROM = "command line";

    @Parameters(index = "0", paramLabel = "NAME", description = "An output table, or a segment.")
    private String name = "";

    @Option(
            names = "--enrichment",
            paramLabel = "OUTPUT",
            description = "The output table whose segment it is. Default: any; of a ready-made segment the first one.")
    private String enrichment = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, parquet, jsonl or cdm. Default: csv.")
    private String format = "csv";

    @Option(
            names = "--location",
            paramLabel = "URL",
            description = "Where a Common Data Model folder will be read from. Default: the folder itself.")
    private String location = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private @Nullable Path out;

    @Override
    public void run(Session session, ServerApi server) {
        if (!location.isBlank()) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--location says where a Common Data Model folder is; a server sends none.");
        }
        new ServedExport(session, server, format()).run(name, enrichment, Objects.requireNonNull(out));
    }

    private ExportFormat format() {
        return ExportFormat.find(format.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new RapportException(
                        CliError.WRONG_ARGUMENT, "--format is \"" + format + "\"; it is csv, parquet, jsonl or cdm."));
    }

    @Override
    public void run(Session session) {
        ExportFormat chosen = format();
        if (!location.isBlank() && chosen != ExportFormat.CDM) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--location says where a Common Data Model folder is; it goes with cdm.");
        }
        String where = ExportPlan.requireLocation(location);
        session.requireHomeInUse();
        session.openLake().close();
        try (ServeState state = session.openState()) {
            ExportSource source = new ExportSource(
                    new ServedRuns(session.home(), new RunLog(state, session.instants())),
                    new Segments(state, session.instants()));
            ExportSource.Found found = source.require(name, enrichment);
            show(session.console(), found, write(session, state, found, chosen, where));
        }
    }

    private List<Path> write(
            Session session, ServeState state, ExportSource.Found found, ExportFormat chosen, String where) {
        try (ExportJob job = new ExportJob(
                session.home(),
                new AccessLog(state, session.instants()),
                session.instants(),
                session.engineSettings(1))) {
            session.interruption().onStop(job::stop);
            return job.run(found, chosen, Objects.requireNonNull(out), where, PERSON, FROM);
        } catch (CancellationException stopped) {
            throw new RapportException(
                    CliError.INTERRUPTED, "Interrupted. What was not finished left nothing behind.", stopped);
        }
    }

    private static void show(Console console, ExportSource.Found found, List<Path> files) {
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", found.name());
            fields.put("output", found.run().output());
            fields.put("run", found.run().run().id());
            fields.put("asOf", found.run().asOf());
            fields.put("files", files);
            console.json(fields);
            return;
        }
        console.line(found.name() + ", as of " + found.run().asOf() + ":");
        files.forEach(file -> console.line("  " + file));
    }
}
