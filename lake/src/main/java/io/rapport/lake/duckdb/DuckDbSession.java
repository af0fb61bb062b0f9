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

    /** All rows of a result. */
    public <T> List<T> list(String doing, String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw DuckDbErrors.explain(doing, e);
        }
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
