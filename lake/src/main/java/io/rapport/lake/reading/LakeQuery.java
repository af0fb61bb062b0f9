package io.rapport.lake.reading;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The room in which people's own queries run: one SELECT at a time over a snapshot's datasets and the output tables that
 * are handed in. Its engine can open the pinned files and no others, and its settings are locked. For one thread at
 * a time.
 */
public final class LakeQuery implements AutoCloseable {

    private final DuckDb engine;
    private final DuckDbSession session;
    private final Set<String> tables;

    private volatile @Nullable Statement running;

    private LakeQuery(DuckDb engine, DuckDbSession session, Set<String> tables) {
        this.engine = engine;
        this.session = session;
        this.tables = tables;
    }

    /** @param outputs further tables: their names, and the Parquet files that hold each, at least one */
    public static LakeQuery open(DuckDbSettings settings, Snapshot snapshot, Map<String, List<Path>> outputs) {
        DuckDb engine = DuckDb.openOrdered(settings);
        try {
            DuckDbSession session = engine.connect();
            LakeSql.createViews(session, snapshot);
            Set<String> tables = new HashSet<>();
            Datasets.all().stream().map(Dataset::name).forEach(name -> tables.add(name.toLowerCase(Locale.ROOT)));
            outputs.forEach((name, files) -> {
                session.run(
                        "opening " + name,
                        "create view " + SqlText.name(name) + " as from read_parquet(" + SqlText.files(files)
                                + ", hive_partitioning = false, union_by_name = true)");
                tables.add(name.toLowerCase(Locale.ROOT));
            });
            lock(session, snapshot, outputs);
            return new LakeQuery(engine, session, Set.copyOf(tables));
        } catch (RapportException e) {
            engine.close();
            throw e;
        }
    }

    private static void lock(DuckDbSession session, Snapshot snapshot, Map<String, List<Path>> outputs) {
        List<Path> files =
                new ArrayList<>(snapshot.files().stream().map(LandedFile::path).toList());
        outputs.values().forEach(files::addAll);
        String doing = "locking the query engine";
        session.run(doing, "set allowed_paths = " + SqlText.files(files));
        session.run(doing, "set enable_external_access = false");
        session.run(doing, "set lock_configuration = true");
    }

    /**
     * Runs one SELECT.
     *
     * @throws RapportException {@link LakeError#QUERY_REFUSED}, {@link LakeError#QUERY_FAILED} or
     *     {@link LakeError#QUERY_TIMED_OUT}
     */
    public QueryAnswer run(String sql, QuerySettings bounds) {
        QueryText.check(parse(sql), tables);
        return runUnchecked(sql, bounds);
    }

    /** Behind the first lock: tests show that the second one holds by itself. */
    QueryAnswer runUnchecked(String sql, QuerySettings bounds) {
        try (PreparedStatement statement = prepare(bounded(sql, bounds.mostRows()));
                Alarm alarm = Alarm.set(bounds.timeout(), statement)) {
            running = statement;
            try (ResultSet rows = statement.executeQuery()) {
                return answer(rows, bounds.mostRows());
            } catch (SQLException e) {
                throw alarm.hasRung() ? timedOut(bounds) : failed(e);
            } finally {
                running = null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** One row more than is shown, to know whether there is more. The line break ends a comment at the query's end. */
    private static String bounded(String sql, int mostRows) {
        String query = sql.strip();
        while (query.endsWith(";")) {
            query = query.substring(0, query.length() - 1).strip();
        }
        return "select * from (" + query + "\n) limit " + (mostRows + 1L);
    }

    /** Stops the query that is running, if there is one; it fails then. May be called from any thread. */
    public void cancel() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException ended) {
                // It came to its end by itself.
            }
        }
    }

    private String parse(String sql) {
        try (PreparedStatement statement = session.connection()
                .prepareStatement("select cast(json_serialize_sql(cast(? as varchar)) as varchar)")) {
            statement.setString(1, sql);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw QueryText.refused("it can't be understood");
        }
    }

    /** Binding looks at names and types only, so what the engine says about it holds no data. */
    private PreparedStatement prepare(String sql) {
        try {
            return session.connection().prepareStatement(sql);
        } catch (SQLException e) {
            throw DuckDbErrors.findBindingProblem(e)
                    .map(QueryText::refused)
                    .orElseGet(() -> QueryText.refused("it can't be understood"));
        }
    }

    private static QueryAnswer answer(ResultSet rows, int mostRows) throws SQLException {
        ResultSetMetaData shape = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(shape.getColumnName(i));
            types.add(shape.getColumnTypeName(i));
        }
        List<List<@Nullable String>> lines = new ArrayList<>();
        boolean isCut = false;
        while (rows.next()) {
            if (lines.size() == mostRows) {
                isCut = true;
                break;
            }
            List<@Nullable String> line = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                line.add(CellText.of(rows, i, types.get(i - 1)));
            }
            lines.add(line);
        }
        return new QueryAnswer(columns, types, lines, isCut);
    }

    private static RapportException timedOut(QuerySettings bounds) {
        return new RapportException(
                LakeError.QUERY_TIMED_OUT,
                "The query ran for longer than " + bounds.timeout().toSeconds()
                        + " seconds and was stopped. Read fewer months or columns, or allow more time.");
    }

    private static RapportException failed(SQLException e) {
        RapportException known = DuckDbErrors.explain("the query", e);
        return known.code() == LakeError.ENGINE_FAILED
                ? new RapportException(
                        LakeError.QUERY_FAILED,
                        "The query failed while it ran (" + DuckDbErrors.kind(e)
                                + "): a value could not be computed or converted.",
                        known)
                : known;
    }

    @Override
    public void close() {
        session.close();
        engine.close();
    }
}
