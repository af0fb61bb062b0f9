package io.rapport.model.contract;

import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.engine.Engine;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.run.EnrichmentRun;
import io.rapport.model.run.OutputTable;
import io.rapport.model.run.PageTable;
import io.rapport.model.run.PublicMailDomains;
import io.rapport.model.run.RunPlan;
import io.rapport.model.run.RunResult;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.Spec.CustomerTables;
import io.rapport.model.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An enrichment as the product does it: exports are imported into a lake of its own, the models run on an engine, and
 * the tables are read back from their files. Several may run at once.
 */
public final class LandedEnrichment implements Enrichment {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final Path folder;
    private final Engines engines;
    private final AtomicInteger runs = new AtomicInteger();

    /** @param folder an empty folder; each run gets one of its own below it */
    public LandedEnrichment(Path folder, Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    /** Gives each run its engine. */
    @FunctionalInterface
    public interface Engines {

        /**
         * @param settings for engines on DuckDB
         * @param home of the run; its tmp folder is the engine's
         */
        Engine of(DuckDbSettings settings, Path home);
    }

    @Override
    public Tables run(CompanyInput input) {
        Path home = folder.resolve("run-" + runs.incrementAndGet());
        DuckDbSettings settings = new DuckDbSettings(512L << 20, 2, home.resolve("tmp"));
        try (Lake lake = Lake.open(home, () -> NOW, settings)) {
            for (Dataset dataset : Datasets.all()) {
                land(lake, dataset, input.jsonLines(dataset.name()), home);
            }
            return run(input, lake.snapshot(), home, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void land(Lake lake, Dataset dataset, String lines, Path home) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Path export = Files.writeString(
                Files.createDirectories(home.resolve("exports")).resolve(dataset + ".json"), lines);
        new ExportImport(
                        lake.landing(),
                        (file, of, consumer) -> {
                            throw new IllegalStateException("no Parquet here");
                        },
                        RejectLog.NONE,
                        new ImportLimits(0, 16 << 20))
                .run(dataset, List.of(export), Progress.NONE);
    }

    private Tables run(CompanyInput input, Snapshot snapshot, Path home, DuckDbSettings settings) throws IOException {
        Path inputs = Files.createDirectories(home.resolve("inputs"));
        Spec spec = SpecReader.read(SpecFile.write(input, home));
        RunPlan plan = RunPlan.of(
                spec,
                CustomerInput.write((CustomerTables) spec.customers(), inputs),
                input.asOf(),
                PublicMailDomains.shipped(),
                inputs);
        RunResult result = new EnrichmentRun(engines.of(settings, home))
                .run(plan, snapshot, home.resolve("tables"), Progress.NONE);
        try (DuckDb database = DuckDb.open(settings);
                DuckDbSession session = database.connect()) {
            return new Tables(
                    read(session, result, OutputTable.ENGAGEMENT),
                    read(session, result, OutputTable.USER_TABLE),
                    read(session, result, OutputTable.SCORE),
                    read(session, result, OutputTable.COVERAGE),
                    relations(session, result),
                    result.warnings());
        }
    }

    private static List<Map<String, @Nullable Object>> read(
            DuckDbSession session, RunResult result, OutputTable table) {
        Path file = result.folder().resolve(table.tableName("Office") + ".parquet");
        Set<String> columns = Set.copyOf(table.columns());
        return session.list(
                "reading a table",
                "select * from read_parquet(" + SqlText.literal(SqlText.path(file)) + ")",
                row -> cells(row, columns));
    }

    private static List<Map<String, @Nullable Object>> relations(DuckDbSession session, RunResult result) {
        Path file = PageTable.RELATION.file(result.folder());
        return session.list(
                "reading relations",
                "select * from read_parquet(" + SqlText.literal(SqlText.path(file)) + ")",
                row -> cells(
                        row,
                        Set.of(
                                "account_id",
                                "event_count",
                                "most_of_person",
                                "most_of_contact",
                                "new_contact_count",
                                "lost_contact_count")));
    }

    private static Map<String, @Nullable Object> cells(ResultSet row, Set<String> columns) throws SQLException {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i);
            if (!columns.contains(column)) {
                throw new IllegalStateException("the table has a column " + column);
            }
            cells.put(column, row.getObject(i));
        }
        return cells;
    }
}
