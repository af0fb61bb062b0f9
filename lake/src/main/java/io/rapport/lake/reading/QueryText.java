package io.rapport.lake.reading;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges a person's query by the engine's own parse of it: one SELECT, over named tables, with no function in place of a
 * table but those that make rows out of nothing. The second lock on the door; the first is that the engine has no
 * access to files beside the pinned ones.
 */
final class QueryText {

    private static final Set<String> ROW_MAKERS = Set.of("range", "generate_series", "unnest");
    private static final Set<String> QUERY_NODES =
            Set.of("select_node", "set_operation_node", "recursive_cte_node", "cte_node");
    private static final String MAIN = "main";

    private final Set<String> tables;
    private final Set<String> named = new HashSet<>();

    private QueryText(Set<String> tables) {
        this.tables = tables;
    }

    /**
     * @param parse the parse as JSON, from {@code json_serialize_sql}
     * @param tables names that may be read, in lower case
     * @throws RapportException {@link LakeError#QUERY_REFUSED}
     */
    static void check(String parse, Set<String> tables) {
        if (!(JsonTree.parse(parse) instanceof Map<?, ?> root)) {
            throw refused("it can't be understood");
        }
        if (Boolean.TRUE.equals(root.get("error"))) {
            throw "parser".equals(root.get("error_type"))
                    ? refused(root.get("error_message") + at(root.get("position")))
                    : refused("only SELECT is allowed here");
        }
        if (!(root.get("statements") instanceof List<?> statements) || statements.size() != 1) {
            throw refused("it has to be one statement");
        }
        QueryText text = new QueryText(tables);
        text.collectNames(statements);
        text.walk(statements);
    }

    static RapportException refused(String why) {
        return new RapportException(LakeError.QUERY_REFUSED, "The query is refused: " + why + ".");
    }

    private static String at(@Nullable Object position) {
        return position instanceof String offset ? " (character " + offset + ")" : "";
    }

    /** Names of common table expressions; they may be read wherever they are in scope, which the engine checks. */
    private void collectNames(@Nullable Object node) {
        if (node instanceof Map<?, ?> object) {
            if (object.get("cte_map") instanceof Map<?, ?> map && map.get("map") instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> pair && pair.get("key") instanceof String name) {
                        named.add(name.toLowerCase(Locale.ROOT));
                    }
                }
            }
            object.values().forEach(this::collectNames);
        } else if (node instanceof List<?> list) {
            list.forEach(this::collectNames);
        }
    }

    private void walk(@Nullable Object node) {
        if (node instanceof Map<?, ?> object) {
            if (object.get("type") instanceof String type) {
                check(type.toLowerCase(Locale.ROOT), object);
            }
            object.values().forEach(this::walk);
        } else if (node instanceof List<?> list) {
            list.forEach(this::walk);
        }
    }

    private void check(String type, Map<?, ?> object) {
        if (type.endsWith("_node") && !QUERY_NODES.contains(type)) {
            throw refused("only SELECT is allowed here");
        }
        if (type.equals("base_table")) {
            checkTable(text(object, "table_name"), text(object, "schema_name"), text(object, "catalog_name"));
        }
        if (type.equals("table_function")) {
            String function = object.get("function") instanceof Map<?, ?> call ? text(call, "function_name") : "";
            if (!ROW_MAKERS.contains(function)) {
                throw refused("the function " + function + " is not allowed in place of a table");
            }
        }
        if (type.equals("show_ref") && !(object.get("query") instanceof Map<?, ?>)) {
            throw refused("only SELECT and DESCRIBE of a SELECT are allowed here");
        }
    }

    private void checkTable(String table, String schema, String catalog) {
        boolean isOurs = catalog.isEmpty() && (schema.isEmpty() || schema.equals(MAIN));
        if (!isOurs || !(tables.contains(table) || named.contains(table))) {
            throw refused("there is no table " + table + ". There are: " + String.join(", ", new TreeSet<>(tables)));
        }
    }

    private static String text(Map<?, ?> object, String field) {
        return object.get(field) instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    }
}
