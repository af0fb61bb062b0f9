package io.rapport.cluster;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.ParquetExport;
import io.rapport.model.duckdb.DuckDbEngine;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PageTable;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The same exports and spec on one machine: imported into a lake, counted by DuckDB. */
final class OneMachine {

    private final Path folder;
    private final DuckDbSettings settings;

    OneMachine(Path folder) {
        this.folder = folder;
        this.settings = new DuckDbSettings(512L << 20, 2, folder.resolve("home").resolve("tmp"));
    }

    RunResult run(Path spec, Path exports, LocalDate asOf) throws IOException {
        try (Lake lake = Lake.open(folder.resolve("home"), () -> Instant.parse("2026-11-20T08:00:00Z"), settings);
                ParquetExport parquet = new ParquetExport(settings)) {
            try (Stream<Path> datasets = Files.list(exports)) {
                for (Path dataset : datasets.sorted().toList()) {
                    new ExportImport(lake.landing(), parquet, RejectLog.NONE, ImportLimits.DEFAULT)
                            .run(
                                    Datasets.find(String.valueOf(dataset.getFileName()))
                                            .orElseThrow(),
                                    List.of(dataset),
                                    Progress.NONE);
                }
            }
            Spec read = SpecReader.read(spec);
            RunPlan plan = RunPlan.of(
                    read, asOf, PublicMailDomains.shipped(), Files.createDirectories(folder.resolve("inputs")));
            return new EnrichmentRun(new DuckDbEngine(settings))
                    .run(plan, lake.snapshot(), folder.resolve("tables"), Progress.NONE);
        }
    }

    /** A sentence for each table in which two runs differ. */
    List<String> differences(Path expected, Path actual, String output) {
        List<String> differing = new ArrayList<>();
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            for (OutputTable table : OutputTable.values()) {
                String file = table.tableName(output) + ".parquet";
                compare(session, expected.resolve(file), actual.resolve(file), differing);
            }
            compare(session, PageTable.RELATION.file(expected), PageTable.RELATION.file(actual), differing);
        }
        return differing;
    }

    private static void compare(DuckDbSession session, Path expected, Path actual, List<String> differing) {
        long rows = session.number("comparing", "select count(*) from " + parquet(expected));
        long lacking = except(session, expected, actual);
        long surplus = except(session, actual, expected);
        if (rows == 0 || lacking + surplus > 0) {
            differing.add(expected.getFileName() + ": of " + rows + " rows " + lacking + " are missing, " + surplus
                    + " too many");
        }
    }

    private static long except(DuckDbSession session, Path some, Path others) {
        return session.number(
                "comparing",
                "select count(*) from (from " + parquet(some) + " except all from " + parquet(others) + ")");
    }

    private static String parquet(Path file) {
        return "read_parquet(" + SqlText.literal(SqlText.path(file)) + ")";
    }
}
