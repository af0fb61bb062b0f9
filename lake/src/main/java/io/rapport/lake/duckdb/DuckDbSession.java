package io.rapport.lake.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One connection to an engine, with Rapport's exceptions in place of DuckDB's. For one thread at a time. */
public final class DuckDbSession implements AutoCloseable {

    private final Connection connection;

    DuckDbSession(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** The connection itself, for what goes beyond the methods here. */
    public Connection connection() {
        return connection;
    }

    /** @param doing what it is for, as a clause for the error message: {@code writing Message_v1} */
    public void run(String doing, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DuckDbErrors.explain(doing, e);
        }
    }

    /** Calls the consumer with each row; on a streaming engine no more than a few are in memory. */
    public void each(String doing, String sql, RowConsumer consumer) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                consumer.accept(rows);
            }
        } catch (SQLException e) {
            throw DuckDbErrors.explain(doing, e);
        }
    }

    /** All rows of a result. */
    public <T> List<T> list(String doing, String sql, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        each(doing, sql, row -> found.add(reader.read(row)));
        return found;
    }

    /** The whole number that a query answers with. */
    public long number(String doing, String sql) {
        return list(doing, sql, row -> row.getLong(1)).get(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckDbErrors.explain("closing a connection", e);
        }
    }
}
