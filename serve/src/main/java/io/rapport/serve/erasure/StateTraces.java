package io.rapport.serve.erasure;

import io.rapport.core.address.ErasedAddress;
import io.rapport.serve.json.JsonText;
import io.rapport.serve.state.ServeState;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People in the state database: looks at every column of text of every table, so that none is forgotten. Rows that are
 * about a person go; in all others one address stands instead. The access log is let be: it only grows, and each line
 * vouches for the one before.
 */
final class StateTraces {

    /** Rows that are about somebody. */
    private static final Set<String> DELETED =
            Set.of("added_contact", "digest_reader", "digest_delivery", "lake_checkpoint", "spring_session");

    /** JSON lists of what people selected: entries go, and lines of entries. */
    private static final Set<String> LISTS =
            Set.of("enrichment", "enrichment_draft", "graph_connection", "pending_consent");

    private static final String KEPT = "access_log";
    private static final String SESSIONS = "spring_session_attributes";

    private final ServeState state;
    private final PersonWords words;

    StateTraces(ServeState state, PersonWords words) {
        this.state = state;
        this.words = words;
    }

    /** Takes them out; returns how many values were changed or rows deleted. */
    long remove() {
        long changed = removeSessions();
        for (Map.Entry<String, List<String>> table : columns().entrySet()) {
            for (String column : table.getValue()) {
                for (String value : holding(table.getKey(), column)) {
                    changed += remove(table.getKey(), column, value);
                }
            }
        }
        return changed;
    }

    /** Tables and columns that hold something, without the access log. */
    List<String> findRest() {
        List<String> rest = new ArrayList<>();
        columns()
                .forEach((table, columns) -> columns.stream()
                        .filter(column -> !holding(table, column).isEmpty())
                        .forEach(column -> rest.add("table " + table + ", column " + column)));
        if (!sessions().isEmpty()) {
            rest.add("table " + SESSIONS);
        }
        return rest;
    }

    /** Lines of the access log that name them, which stay. */
    long keptLines() {
        List<String> columns = state.textColumns().getOrDefault(KEPT, List.of()).stream()
                .filter(column -> !column.equals("hash"))
                .toList();
        long[] lines = {0};
        state.run(db -> {
            db.sql("select " + names(columns) + " from " + KEPT).query((ResultSet row) -> {
                for (int i = 1; i <= columns.size(); i++) {
                    String value = row.getString(i);
                    if (value != null && words.isIn(value)) {
                        lines[0]++;
                        return;
                    }
                }
            });
            return lines;
        });
        return lines[0];
    }

    private Map<String, List<String>> columns() {
        Map<String, List<String>> columns = state.textColumns();
        columns.keySet().removeIf(table -> table.equals(KEPT) || table.startsWith("sqlite_"));
        return columns;
    }

    private Set<String> holding(String table, String column) {
        Set<String> values = new LinkedHashSet<>();
        state.run(db -> {
            db.sql("select distinct " + name(column) + " from " + name(table)).query((ResultSet row) -> {
                String value = row.getString(1);
                if (value != null && words.isIn(value)) {
                    values.add(value);
                }
            });
            return values;
        });
        return values;
    }

    private long remove(String table, String column, String value) {
        if (DELETED.contains(table)) {
            return state.run(db -> db.sql("delete from " + name(table) + " where " + name(column) + " = ?")
                    .param(value)
                    .update());
        }
        String changed = LISTS.contains(table) ? withoutEntries(value) : words.replaced(value);
        return state.run(
                db -> db.sql("update " + name(table) + " set " + name(column) + " = ? where " + name(column) + " = ?")
                        .params(changed, value)
                        .update());
    }

    /** Where nobody would be left, the address of erased people stays: an empty list may mean everybody. */
    private String withoutEntries(String value) {
        if (!(readList(value) instanceof List<?> list)) {
            return words.replaced(value);
        }
        List<String> rest = new ArrayList<>();
        for (Object entry : list) {
            String text = String.valueOf(entry);
            if (!words.isWord(text)) {
                rest.add(words.isIn(text) ? withoutLines(text) : text);
            }
        }
        return JsonText.of(rest.isEmpty() ? List.of(ErasedAddress.TEXT) : rest);
    }

    private static @Nullable Object readList(String value) {
        try {
            return value.startsWith("[") ? JsonText.read(value) : null;
        } catch (IllegalArgumentException notJson) {
            return null;
        }
    }

    private String withoutLines(String text) {
        String rest = text.lines().filter(line -> !words.isWord(line)).collect(Collectors.joining("\n"));
        return rest.isBlank() ? ErasedAddress.TEXT : words.replaced(rest);
    }

    private long removeSessions() {
        Set<String> sessions = sessions();
        sessions.forEach(session -> state.run(db -> db.sql("delete from spring_session where primary_id = ?")
                .param(session)
                .update()));
        return sessions.size();
    }

    private Set<String> sessions() {
        Set<String> sessions = new LinkedHashSet<>();
        state.run(db -> {
            db.sql("select session_primary_id, attribute_bytes from " + SESSIONS)
                    .query((ResultSet row) -> {
                        byte[] bytes = row.getBytes(2);
                        if (bytes != null && words.isIn(new String(bytes, StandardCharsets.ISO_8859_1))) {
                            sessions.add(row.getString(1));
                        }
                    });
            return sessions;
        });
        return sessions;
    }

    private static String names(List<String> columns) {
        return columns.stream().map(StateTraces::name).collect(Collectors.joining(", "));
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
