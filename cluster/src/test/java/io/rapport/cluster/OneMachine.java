package io.rapport.cluster;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.landing.SnapshotText;
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
    private Snapshot snapshot = new Snapshot(0, List.of());

    OneMachine(Path folder) {
        this.folder = folder;
        this.settings = new DuckDbSettings(512L << 20, 2, folder.resolve("home").resolve("tmp"));
    }

    /** Where both a session and a copy may be at work. */
    DuckDbSettings settings() {
        return settings;
    }

    RunResult run(Path spec, Path exports, LocalDate asOf) throws IOException {
        try (Lake lake = Lake.open(folder.resolve("home"), () -> Instant.parse("2026-11-20T08:00:00Z"), settings);
                ParquetExport parquet = new ParquetExport(settings)) {
            // File by file, so that the lake has changes beside what came first.
            for (Path file : parts(exports)) {
                new ExportImport(lake.landing(), parquet, RejectLog.NONE, ImportLimits.DEFAULT)
                        .run(
                                Datasets.find(exports.relativize(file)
                                                .getName(0)
                                                .toString())
                                        .orElseThrow(),
                                List.of(file),
                                Progress.NONE);
            }
            Spec read = SpecReader.read(spec);
            RunPlan plan = RunPlan.of(
                    read, asOf, PublicMailDomains.shipped(), Files.createDirectories(folder.resolve("inputs")));
            snapshot = lake.snapshot();
            return new EnrichmentRun(new DuckDbEngine(settings))
                    .run(plan, snapshot, folder.resolve("tables"), Progress.NONE);
        }
    }

    private static List<Path> parts(Path exports) throws IOException {
        try (Stream<Path> files = Files.walk(exports)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies the lake's files as its list names them, and nothing else.
     *
     * @return the list
     */
    Path copyLake(Path target) throws IOException {
        Path lake = folder.resolve("home").resolve("lake");
        Path list = Files.write(folder.resolve("snapshot.tsv"), SnapshotText.lines(snapshot, lake));
        for (LandedFile file : SnapshotText.of(Files.readAllLines(list)).files()) {
            Files.createDirectories(target.resolve(file.path()).resolveSibling("."));
            Files.copy(lake.resolve(file.path()), target.resolve(file.path()));
        }
        return list;
    }

    /**
     * Puts Parquet in the place of an export of lines.
     *
     * @param columns names and DuckDB's types; a nested value as {@code VARCHAR} is JSON within text
     */
    static void pack(Path lines, String columns, DuckDbSettings settings) throws IOException {
        Path parquet = lines.resolveSibling(String.valueOf(lines.getFileName()).replace(".json", ".parquet"));
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect()) {
            session.run(
                    "packing",
                    "copy (select * from read_json(" + SqlText.literal(SqlText.path(lines))
                            + ", format = 'newline_delimited', columns = {" + columns + "})) to "
                            + SqlText.literal(SqlText.path(parquet)) + " (format parquet)");
        }
        Files.delete(lines);
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
