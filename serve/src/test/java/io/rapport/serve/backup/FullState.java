package io.rapport.serve.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a row into every table of a state in SQLite that has none, so that no table is compared with nothing. */
public final class FullState {

    private FullState() {}

    /** Fills empty tables; a column that refers to another table names a row of that one. */
    public static void fill(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?foreign_keys=true");
                Statement statement = connection.createStatement()) {
            List<String> open = new ArrayList<>(texts(
                    statement,
                    "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                            + " and name not like 'flyway%' order by name"));
            for (int round = 0; round < 5; round++) {
                open.removeIf(table -> isFilled(connection, table));
            }
            if (!open.isEmpty()) {
                throw new IllegalStateException("could not fill " + open);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isFilled(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            if (!texts(statement, "select 1 from " + table + " limit 1").isEmpty()) {
                return true;
            }
            Map<String, String> references = new LinkedHashMap<>();
            try (ResultSet keys = statement.executeQuery("select * from pragma_foreign_key_list('" + table + "')")) {
                while (keys.next()) {
                    references.put(
                            keys.getString("from"),
                            "(select \"" + keys.getString("to") + "\" from " + keys.getString("table") + " limit 1)");
                }
            }
            Map<String, String> values = new LinkedHashMap<>();
            try (ResultSet columns = statement.executeQuery("select * from pragma_table_info('" + table + "')")) {
                while (columns.next()) {
                    String name = columns.getString("name");
                    values.put("\"" + name + "\"", references.getOrDefault(name, value(columns.getString("type"))));
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                    + String.join(", ", values.keySet()) + ") values (" + String.join(", ", values.values()) + ")")) {
                return insert.executeUpdate() == 1;
            }
        } catch (SQLException needsAnother) {
            return false;
        }
    }

    private static String value(String type) {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("char(")) {
            int length = Integer.parseInt(lower.substring(5, lower.indexOf(')')));
            return "'" + String.join("", Collections.nCopies(length, "c")) + "'";
        }
        if (lower.startsWith("bytea")) {
            return "x'00ff7f'";
        }
        return lower.contains("char") || lower.equals("text") ? "'tëxt ''1'''" : "1";
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
