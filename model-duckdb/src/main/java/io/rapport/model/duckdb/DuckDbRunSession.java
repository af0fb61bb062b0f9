package io.rapport.model.duckdb;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.engine.Format;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.engine.RunInput;
import io.rapport.model.engine.Session;
import io.rapport.model.run.RunError;
import io.rapport.model.sql.Model;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run on DuckDB. Every statement goes through one place, so that it can be cancelled. */
public final class DuckDbRunSession implements Session {

    private final DuckDb database;
    private final DuckDbSession connection;
    private final Snapshot snapshot;
    private volatile boolean isCanceled;
    private volatile @Nullable Statement running;

    DuckDbRunSession(DuckDb database, Snapshot snapshot) {
        this.database = database;
        this.connection = database.connect();
        this.snapshot = snapshot;
    }

    @Override
    public void land(LandedRelation relation) {
        String columns = relation.columns().stream()
                .map(column -> column.path().stream().map(SqlText::name).collect(Collectors.joining(".")) + " as "
                        + SqlText.name(column.name()))
                .collect(Collectors.joining(", "));
        run(
                "opening " + relation.dataset(),
                "create view " + relation.relation() + " as select " + columns + " from ("
                        + LakeSql.select(snapshot, relation.dataset()) + ") as landed");
    }

    @Override
    public void load(RunInput input, Path lines) {
        String columns = input.columns().entrySet().stream()
                .map(column -> SqlText.name(column.getKey()) + ": " + SqlText.literal(type(column.getValue())))
                .collect(Collectors.joining(", ", "{", "}"));
        run(
                "reading " + input.relation(),
                "create table " + input.relation() + " as select * from read_json("
                        + SqlText.literal(SqlText.path(lines)) + ", format = 'newline_delimited', columns = " + columns
                        + ")");
    }

    @Override
    public void build(Model model) {
        String doing = "building " + model.file();
        if (model.repeats().isEmpty()) {
            run(doing, "create " + (model.isTable() ? "table " : "view ") + model.name() + " as " + model.select());
            return;
        }
        run(
                doing,
                "create table " + model.name() + " as select * from "
                        + model.repeats().get());
        long rows = count(model.name());
        while (true) {
            run(doing, "create table next_" + model.name() + " as " + model.select());
            run(doing, "drop table " + model.name());
            run(doing, "alter table next_" + model.name() + " rename to " + model.name());
            long grown = count(model.name());
            if (grown == rows) {
                return;
            }
            rows = grown;
        }
    }

    @Override
    public List<List<@Nullable Object>> rows(String select) {
        return execute("reading results", select, DuckDbRunSession::read);
    }

    @Override
    public void write(String select, Path file, Format format) {
        run("writing " + file.getFileName(), TableFile.copy(select, file, format));
    }

    @Override
    public void cancel() {
        isCanceled = true;
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                throw DuckDbErrors.explain("canceling the run", e);
            }
        }
    }

    @Override
    public void close() {
        connection.close();
        database.close();
    }

    /** @param doing what it is for, as a clause for the error message */
    public void run(String doing, String sql) {
        execute(doing, sql, statement -> List.of());
    }

    /** Runs a statement that answers with the number of rows that it wrote. */
    public long count(String doing, String sql) {
        return execute(doing, sql, statement -> List.of(statement.getLargeUpdateCount()))
                .get(0);
    }

    private long count(String relation) {
        Object value = rows("select count(*) from " + relation).get(0).get(0);
        return value instanceof Long number ? number : 0;
    }

    private <T> List<T> execute(String doing, String sql, Results<T> results) {
        if (isCanceled) {
            throw canceled();
        }
        try (Statement statement = connection.connection().createStatement()) {
            running = statement;
            statement.execute(sql);
            return results.of(statement);
        } catch (SQLException e) {
            throw isCanceled ? canceled() : DuckDbErrors.explain(doing, e);
        } finally {
            running = null;
        }
    }

    private static RapportException canceled() {
        return new RapportException(RunError.RUN_CANCELED, "The run was stopped before its end; nothing was written.");
    }

    private static List<List<@Nullable Object>> read(Statement statement) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(plain(result.getObject(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof java.math.BigInteger) {
            return ((Number) value).longValue();
        }
        return value instanceof java.math.BigDecimal number ? (Object) number.doubleValue() : value;
    }

    private static String type(RunInput.Type type) {
        return switch (type) {
            case TEXT -> "varchar";
            case WHOLE -> "bigint";
            case FLAG -> "boolean";
            case DATE -> "date";
        };
    }

    /** What is read of a statement that has run. */
    @FunctionalInterface
    private interface Results<T> {
        List<T> of(Statement statement) throws SQLException;
    }
}
