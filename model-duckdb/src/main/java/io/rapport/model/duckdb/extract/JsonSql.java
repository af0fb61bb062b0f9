package io.rapport.model.duckdb.extract;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.duckdb.JsonLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JSON as Graph Data Connect writes it, in DuckDB's words: schema order, instants to the second with a Z, absent values
 * left out. DuckDB's own way to JSON writes them as null.
 */
final class JsonSql {

    private static final String ISO = "%Y-%m-%dT%H:%M:%SZ";
    private static final String INSTANT = "'" + ISO + "'";
    private static final String DATE = "'%Y-%m-%d'";

    private JsonSql() {}

    /** One row as an object. */
    static String line(Dataset dataset, List<Column> columns) {
        int known = firstKnown(dataset, columns);
        if (known < 0) {
            return object(columns, "", 1);
        }
        // One flat text a row: commas stand on the side where a neighbour is certain.
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String before = (i > known ? "," : "") + "\"" + column.name() + "\":";
            parts.addAll(member(column, dataset.key().contains(column.name()), before, i < known ? "," : ""));
        }
        return "concat('{', " + String.join(", ", parts) + ", '}')";
    }

    /**
     * With what stands around it, all of it null where the value is absent. An instant's own format holds all of that; of
     * everything else the parts are put together once, by whoever puts the line together.
     */
    private static List<String> member(Column column, boolean isKnown, String before, String behind) {
        String name = SqlText.name(column.name());
        if (column.type() == Scalar.INSTANT) {
            return List.of("strftime(" + name + ", " + SqlText.literal(before + "\"" + ISO + "\"" + behind) + ")");
        }
        List<String> parts = new ArrayList<>();
        parts.add(around(before, name, isKnown));
        parts.add(value(column.type(), name, 1));
        if (!behind.isEmpty()) {
            parts.add(around(behind, name, isKnown));
        }
        return parts;
    }

    private static String around(String text, String name, boolean isKnown) {
        return isKnown
                ? SqlText.literal(text)
                : "case when " + name + " is not null then " + SqlText.literal(text) + " end";
    }

    /** An instant as text. */
    static String instant(String expression) {
        return "strftime(" + expression + ", " + INSTANT + ")";
    }

    /** A value as JSON; null where it is absent. */
    static String value(ColumnType type, String expression, int depth) {
        if (type instanceof ListOf list) {
            String element = "element" + depth;
            return "('[' || array_to_string(list_transform(" + expression + ", lambda " + element + ": "
                    + value(list.element(), element, depth + 1) + "), ',') || ']')";
        }
        if (type instanceof Struct struct) {
            return "case when " + expression + " is not null then " + object(struct.fields(), expression + ".", depth)
                    + " end";
        }
        return switch ((Scalar) type) {
            case TEXT, WORD, ADDRESS, PROXY_ADDRESS -> JsonLines.value(expression);
            case FLAG, COUNT -> "cast(" + expression + " as varchar)";
            case INSTANT -> "'\"' || " + instant(expression) + " || '\"'";
            case DATE -> "'\"' || strftime(" + expression + ", " + DATE + ") || '\"'";
        };
    }

    private static String object(List<Column> fields, String parent, int depth) {
        return fields.stream()
                .map(field -> SqlText.literal("\"" + field.name() + "\":") + " || "
                        + value(field.type(), parent + SqlText.name(field.name()), depth))
                .collect(Collectors.joining(", ", "'{' || concat_ws(',', ", ") || '}'"));
    }

    /** The first column of the key; no row lacks it. */
    private static int firstKnown(Dataset dataset, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (dataset.key().contains(columns.get(i).name())) {
                return i;
            }
        }
        return -1;
    }
}
