package io.rapport.lake.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies a table's rows from one kind of database to the other. What SQLite keeps as a number PostgreSQL may know as a truth
 * value; nothing else differs.
 */
final class RowCopy {

    private static final int AT_ONCE = 500;

    private final Connection from;
    private final Connection to;

    /** @param from read without holding all rows, which takes a transaction on PostgreSQL */
    RowCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Copies all rows; the other one's table has the same columns and is empty. */
    void copy(String table, List<String> columns) throws SQLException {
        String names = columns.stream().map(StateTables::quoted).collect(Collectors.joining(", "));
        boolean isToPostgres = isPostgres(to);
        int[] types = types(table, names);
        String insert = "insert into " + StateTables.quoted(table) + " (" + names + ")"
                + (isToPostgres ? " overriding system value" : "")
                + " values (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (Statement select = from.createStatement();
                PreparedStatement add = to.prepareStatement(insert)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet rows = select.executeQuery("select " + names + " from " + StateTables.quoted(table))) {
                int waiting = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns.size(); i++) {
                        set(add, i, rows.getObject(i), types[i - 1]);
                    }
                    add.addBatch();
                    if (++waiting == AT_ONCE) {
                        add.executeBatch();
                        waiting = 0;
                    }
                }
                add.executeBatch();
            }
        }
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** What the columns that are written are, by {@link Types}. */
    private int[] types(String table, String names) throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet none = statement.executeQuery(
                        "select " + names + " from " + StateTables.quoted(table) + " where 1 = 0")) {
            int[] types = new int[none.getMetaData().getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = none.getMetaData().getColumnType(i + 1);
            }
            return types;
        }
    }

    private static void set(PreparedStatement row, int column, @Nullable Object value, int type) throws SQLException {
        if (value == null) {
            row.setNull(column, type);
        } else if (value instanceof byte[] bytes) {
            row.setBytes(column, bytes);
        } else if (value instanceof Boolean flag) {
            row.setBoolean(column, flag);
        } else if (value instanceof Number number && (type == Types.BIT || type == Types.BOOLEAN)) {
            row.setBoolean(column, number.longValue() != 0);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            row.setLong(column, ((Number) value).longValue());
        } else if (value instanceof String text) {
            row.setString(column, text);
        } else {
            throw new IllegalStateException("no column of ours holds a " + value.getClass());
        }
    }
}
