package io.rapport.lake.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last number that each table has given out by itself: none is given out twice, though its row may be gone. */
final class Sequences {

    private static final String IDENTITIES = "select table_name from information_schema.columns"
            + " where table_schema = current_schema() and is_identity = 'YES' and column_name = 'id'";

    private Sequences() {}

    static Map<String, Long> ofPostgres(Connection postgres) throws SQLException {
        Map<String, Long> last = new LinkedHashMap<>();
        for (String table : StateTables.texts(postgres, IDENTITIES)) {
            String sequence = StateTables.texts(postgres, "select pg_get_serial_sequence('" + table + "', 'id')")
                    .get(0);
            try (Statement statement = postgres.createStatement();
                    ResultSet row = statement.executeQuery("select last_value, is_called from " + sequence)) {
                if (row.next() && row.getBoolean(2)) {
                    last.put(table, row.getLong(1));
                }
            }
        }
        return last;
    }

    static Map<String, Long> ofFile(Connection file) throws SQLException {
        Map<String, Long> last = new LinkedHashMap<>();
        try (Statement statement = file.createStatement();
                ResultSet rows = statement.executeQuery("select name, seq from sqlite_sequence")) {
            while (rows.next()) {
                last.put(rows.getString(1), rows.getLong(2));
            }
        }
        return last;
    }

    static void putInFile(Connection file, Map<String, Long> last) throws SQLException {
        for (Map.Entry<String, Long> one : last.entrySet()) {
            execute(file, "delete from sqlite_sequence where name = ?", List.of(one.getKey()));
            execute(
                    file,
                    "insert into sqlite_sequence (name, seq) values (?, ?)",
                    List.of(one.getKey(), one.getValue()));
        }
    }

    static void putInPostgres(Connection postgres, Map<String, Long> last) throws SQLException {
        for (String table : StateTables.texts(postgres, IDENTITIES)) {
            Long number = last.get(table);
            if (number != null && number > 0) {
                try (PreparedStatement set =
                        postgres.prepareStatement("select setval(pg_get_serial_sequence(?, 'id'), ?)")) {
                    set.setString(1, table);
                    set.setLong(2, number);
                    set.execute();
                }
            }
        }
    }

    private static void execute(Connection file, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = file.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
    }
}
