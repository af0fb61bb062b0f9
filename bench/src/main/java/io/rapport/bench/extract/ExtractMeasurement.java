package io.rapport.bench.extract;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.duckdb.extract.DatasetExtraction;
import io.rapport.model.engine.Format;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.ExtractReport;
import io.rapport.model.extract.ExtractRequest;
import io.rapport.model.extract.ExtractWords;
import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.ContactActivityReport;
import io.rapport.model.report.Granularity;
import io.rapport.model.report.ReportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One thing measured over made-up signals, and a baseline in the same process. */
public enum ExtractMeasurement {
    /** JSON lines; the baseline is DuckDB's own JSON of the same rows, all in one file. */
    JSON {
        @Override
        Figures run(Snapshot snapshot, DuckDbSettings settings, Path work) {
            return extract(Format.JSON, "format json", snapshot, settings, work);
        }
    },
    /** Parquet; the baseline is DuckDB's copy of the same rows, all in one file. */
    PARQUET {
        @Override
        Figures run(Snapshot snapshot, DuckDbSettings settings, Path work) {
            return extract(
                    Format.PARQUET, "format parquet, compression zstd, compression_level 1", snapshot, settings, work);
        }
    },
    /** The report on contact activity; the baseline reads the columns that it reads, once. */
    REPORT {
        @Override
        Figures run(Snapshot snapshot, DuckDbSettings settings, Path work) throws IOException {
            Effort start = Effort.start();
            ReportRequest request = new ReportRequest(
                    null, null, Granularity.MONTH, ZoneId.of("Europe/London"), ReportRequest.MINIMUM_PEOPLE);
            ContactActivity found = new ContactActivityReport(new DuckDbEngine(settings))
                    .run(request, snapshot, Files.createDirectories(work.resolve("inputs")));
            Effort report = start.sofar();
            ContactActivity.Counts total = found.total();
            return new Figures()
                    .put("rows", total.added() + total.created() + total.modified() + total.deleted())
                    .put("measured", report)
                    .put(
                            "baseline",
                            statement(
                                    settings,
                                    "select count(*), max(SignalType), max(StartTime), max(AppName), max(puser) from ("
                                            + LakeSql.select(snapshot, Datasets.OUTLOOK_CONTACT_ACTIVITY) + ")"));
        }
    };

    /** @param work an empty folder, for what is written */
    abstract Figures run(Snapshot snapshot, DuckDbSettings settings, Path work) throws IOException;

    /** Whether the launcher gives the command both of Java's compilers. */
    public boolean needsBothCompilers() {
        return this != REPORT;
    }

    /** @param signals a folder that {@link SignalLake} wrote */
    public Figures measure(Path signals, DuckDbSettings settings, Path work) throws IOException {
        return run(SignalLake.snapshot(signals), settings, work);
    }

    private static Figures extract(
            Format format, String options, Snapshot snapshot, DuckDbSettings settings, Path work) {
        ExtractWords words = new ExtractWords(
                Datasets.OUTLOOK_CONTACT_ACTIVITY,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                format.extension());
        Effort start = Effort.start();
        ExtractReport report = new DatasetExtraction(settings, String::valueOf)
                .run(
                        new ExtractRequest(ExtractPlan.of(words), "bench", Instant.EPOCH, work.resolve("out")),
                        snapshot,
                        Progress.NONE);
        Effort measured = start.sofar();
        return new Figures()
                .put("rows", report.rows())
                .put("measured", measured)
                .put(
                        "baseline",
                        statement(
                                settings,
                                "copy (" + LakeSql.select(snapshot, Datasets.OUTLOOK_CONTACT_ACTIVITY) + ") to "
                                        + SqlText.literal(SqlText.path(work.resolve("baseline"))) + " (" + options
                                        + ")"));
    }

    private static Effort statement(DuckDbSettings settings, String sql) {
        Effort start = Effort.start();
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            session.run("measuring a baseline", sql);
        }
        return start.sofar();
    }
}
