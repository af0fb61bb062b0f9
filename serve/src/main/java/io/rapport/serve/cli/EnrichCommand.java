package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Format;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import io.rapport.serve.api.client.ServerApi;
import io.rapport.serve.enrichment.EnrichmentJob;
import io.rapport.serve.enrichment.TableCopy;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an enrichment. */
@Command(
        name = "enrich",
        header = "Run an enrichment: one row per account and period.",
        sortOptions = false,
        description = {
            "Its tables are kept in the home, under output/, and can be queried by name; --out copies them out.",
            "Running it on your own home, you give the consent yourself; the log of runs says so.",
            "With --server, in place of a spec: the output table of an enrichment that was saved and agreed to there."
        },
        footer = {
            "",
            "Examples:",
            "  rapport enrich engagement.yaml",
            "  rapport enrich engagement.yaml --as-of 2026-10-31 --out tables --format csv",
            "  rapport enrich engagement.yaml --engine spark --spark-master local[4]"
        })
final class EnrichCommand implements Task, ServedTask {

    private static final String CONSENT = "given on the command line by the person at the keyboard";

    @Parameters(index = "0", paramLabel = "SPEC.yaml", description = "What to count; paths in it are relative to it.")
    private @Nullable Path file;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Last day that counts. Default: the spec's, else today.")
    private @Nullable String asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How --out is written: csv, parquet or json. Default: csv.")
    private @Nullable String format;

    @Option(names = "--out", paramLabel = "DIR", description = "Copy the tables to this folder.")
    private @Nullable Path out;

    @Mixin
    private EngineChoice choice = new EngineChoice();

    @Override
    public void run(Session session) {
        Format copied = copyFormat();
        LocalDate asked = asOf == null ? null : date(asOf);
        Engine engine = choice.engine(session);
        Spec spec = SpecReader.read(java.util.Objects.requireNonNull(file), session::profileNames);
        session.requireHomeInUse();
        LocalDate day = asked != null
                ? asked
                : spec.findAsOf()
                        .orElseGet(() -> LocalDate.ofInstant(session.instants().instant(), spec.timeZone()));
        RunResult result = run(session, spec, day, engine);
        List<Path> files = out == null
                ? List.of()
                : TableCopy.write(result, spec.output(), copied, out, session.engineSettings(1));
        RunView.show(spec, day, result, files, session.console());
    }

    /** What is named is an enrichment that was saved there, by its output table. */
    @Override
    public void run(Session session, ServerApi server) {
        if (asOf != null || format != null || out != null || choice.isNamed()) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "Through a server a saved enrichment runs as it was saved: leave out --as-of, --format, --out,"
                            + " --engine and --spark-master.");
        }
        ServedJob.show(session, server, List.of("/enrichments/" + ServerApi.encoded(String.valueOf(file)) + "/runs"));
    }

    private static RunResult run(Session session, Spec spec, LocalDate day, Engine engine) {
        try (Lake lake = session.openLake();
                ProgressView progress = session.progress()) {
            EnrichmentJob job = new EnrichmentJob(
                    session.home(), session.openRuns(), session.openProfiles(), engine, session.engineSettings(1));
            session.interruption().onStop(job::stop);
            return job.run(spec, day, CONSENT, lake.snapshot(), progress);
        }
    }

    private Format copyFormat() {
        if (format == null) {
            return Format.CSV;
        }
        if (out == null) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--format says how the copies are written; say with --out where to.");
        }
        return Format.find(format)
                .orElseThrow(() -> new RapportException(
                        CliError.WRONG_ARGUMENT, "--format is \"" + format + "\"; it is csv, parquet or json."));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, "--as-of is \"" + text + "\"; it is a date such as 2026-10-31.");
        }
    }
}
