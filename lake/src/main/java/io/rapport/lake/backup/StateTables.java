package io.rapport.lake.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a state database in SQLite and their columns. The histories of migrations are none of them. */
final class StateTables {

    private StateTables() {}

    /** Names; a table that others refer to comes before them. */
    static List<String> names(Connection file) throws SQLException {
        List<String> all = texts(
                file,
                "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'"
                        + " and name not like 'flyway\\_schema\\_history%' escape '\\' order by name");
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (String table : all) {
            needs.put(table, texts(file, "select \"table\" from pragma_foreign_key_list('" + table + "')"));
        }
        List<String> ordered = new ArrayList<>();
        while (!needs.isEmpty()) {
            List<String> ready = needs.entrySet().stream()
                    .filter(entry -> ordered.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + needs.keySet());
            }
            ordered.addAll(ready);
            ready.forEach(needs::remove);
        }
        return List.copyOf(ordered);
    }

    /** Names of a table's columns, in their order. */
    static List<String> columns(Connection file, String table) throws SQLException {
        return texts(file, "select name from pragma_table_info('" + table + "') order by cid");
    }

    /** How many rows each table holds. */
    static Map<String, Long> counts(Connection file) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : names(file)) {
            counts.put(
                    table,
                    Long.valueOf(
                            texts(file, "select count(*) from " + quoted(table)).get(0)));
        }
        return counts;
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
