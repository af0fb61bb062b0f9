package io.rapport.serve.cli;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.serve.dataset.RejectFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings exports into the lake. */
@Command(
        name = "import",
        header = "Bring Graph Data Connect exports into the lake, all files or none.",
        sortOptions = false,
        description = {
            "JSON lines, objects, arrays, gzip and Parquet. The same bytes again change nothing.",
            "Columns that are not on the allow-list are never stored: rapport datasets DATASET lists it."
        },
        footer = {
            "",
            "Examples:",
            "  rapport import Message_v1 exports/Message_v1",
            "  rapport import User_v1 users-1.json.gz users-2.json.gz"
        })
final class ImportCommand implements Task {

    private static final String REJECTS = "Places and reasons of the rejected rows: ";

    @Parameters(index = "0", paramLabel = "DATASET", description = "What the files hold, for example Message_v1.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Files, and folders with all below.")
    private List<Path> paths = List.of();

    @Override
    public void run(Session session) {
        Dataset dataset = NamedDataset.of(name);
        Instant start = session.instants().instant();
        ImportSummary summary;
        @Nullable Path rejects;
        try (Lake lake = session.openLake();
                ParquetOnDemand parquet = session.openParquet();
                RejectFile rejectFile = new RejectFile(session.home().rejects(), start, dataset.name());
                ProgressView progress = session.progress()) {
            ExportImport exports = new ExportImport(lake.landing(), parquet, rejectFile, ImportLimits.DEFAULT);
            try {
                summary = exports.run(dataset, paths, progress);
            } catch (RapportException failed) {
                rejectFile.findPath().ifPresent(path -> session.console().note(REJECTS + path));
                throw failed;
            }
            rejects = rejectFile.findPath().orElse(null);
        }
        Duration time = Duration.between(start, session.instants().instant());
        show(dataset, summary, time, rejects, session.console());
    }

    private static void show(
            Dataset dataset, ImportSummary summary, Duration time, @Nullable Path rejects, Console console) {
        long rowsPerSecond = summary.read() * 1000 / Math.max(1, time.toMillis());
        if (console.isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("dataset", dataset.name());
            fields.put("files", summary.files());
            fields.put("filesKnown", summary.filesKnown());
            fields.put("read", summary.read());
            fields.put("added", summary.added());
            fields.put("replaced", summary.replaced());
            fields.put("unchanged", summary.unchanged());
            fields.put("superseded", summary.superseded());
            fields.put("rejected", summary.rejected());
            fields.put("former", summary.former());
            fields.put("milliseconds", time.toMillis());
            fields.put("rowsPerSecond", rowsPerSecond);
            fields.put("rejects", rejects);
            console.json(fields);
            return;
        }
        console.line(dataset.name() + ": " + Words.many(summary.files(), "file") + ", "
                + Words.many(summary.filesKnown(), "file") + " already known");
        List<String> counts = new ArrayList<>();
        counts.add(Words.count(summary.added()) + " added");
        counts.add(Words.count(summary.replaced()) + " replaced");
        counts.add(Words.count(summary.unchanged()) + " unchanged");
        if (summary.superseded() > 0) {
            counts.add(Words.count(summary.superseded()) + " superseded by later rows of this import");
        }
        if (summary.former() > 0) {
            counts.add(Words.count(summary.former()) + " of months that are no longer kept");
        }
        counts.add(Words.count(summary.rejected()) + " rejected");
        console.line("  " + Words.many(summary.read(), "row") + " read: " + String.join(", ", counts));
        if (summary.read() > 0) {
            console.line("  " + Words.count(rowsPerSecond) + " rows a second");
        }
        if (rejects != null) {
            console.line(REJECTS + rejects);
        }
    }
}
