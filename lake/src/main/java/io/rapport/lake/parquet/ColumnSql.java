package io.rapport.lake.parquet;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.SqlText;
import java.util.List;
import java.util.stream.Collectors;

/** A dataset's columns in DuckDB's words. */
public final class ColumnSql {

    /** The partition of rows without a date, and of datasets without a partition date. */
    public static final String NO_PARTITION = "none";

    private ColumnSql() {}

    /** The type of a column: times are naive and UTC. */
    public static String type(ColumnType type) {
        if (type instanceof Struct struct) {
            return struct.fields().stream()
                    .map(field -> SqlText.name(field.name()) + ' ' + type(field.type()))
                    .collect(Collectors.joining(", ", "struct(", ")"));
        }
        if (type instanceof ListOf list) {
            return type(list.element()) + "[]";
        }
        return switch ((Scalar) type) {
            case TEXT, WORD, ADDRESS, PROXY_ADDRESS -> "varchar";
            case FLAG -> "boolean";
            case COUNT -> "integer";
            case INSTANT -> "timestamp";
            case DATE -> "date";
        };
    }

    /** All columns, quoted, in schema order. */
    public static String columns(Dataset dataset) {
        return SqlText.names(names(dataset));
    }

    public static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).toList();
    }

    /** The key's columns, quoted, in the key's order. */
    public static String key(Dataset dataset) {
        return SqlText.names(dataset.key());
    }

    /** The instant that decides a row's partition; null for datasets that have none. */
    public static String partitionTime(Dataset dataset) {
        return dataset.isPartitioned()
                ? "coalesce(" + SqlText.names(dataset.partitionDate()) + ')'
                : "cast(null as timestamp)";
    }

    /** The partition of a row: its month as {@code yyyy-MM}, or {@code none}. */
    public static String partition(Dataset dataset) {
        return dataset.isPartitioned()
                ? "coalesce(strftime(" + partitionTime(dataset) + ", '%Y-%m'), '" + NO_PARTITION + "')"
                : '\'' + NO_PARTITION + '\'';
    }
}
