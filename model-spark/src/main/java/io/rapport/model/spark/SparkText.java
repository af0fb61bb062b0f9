package io.rapport.model.spark;

import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names, texts and types into Spark's SQL. */
final class SparkText {

    private SparkText() {}

    /** A name in backticks. */
    static String name(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    static String names(Collection<String> names) {
        return names.stream().map(SparkText::name).collect(Collectors.joining(", "));
    }

    /** A column, or a field within one. */
    static String path(List<String> path) {
        return path.stream().map(SparkText::name).collect(Collectors.joining("."));
    }

    /** A text in single quotes, in which a backslash is the escape. */
    static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    /** The type of a column as the lake's Parquet files have it: times are naive and UTC. */
    static String type(ColumnType type) {
        if (type instanceof Struct struct) {
            return struct.fields().stream()
                    .map(field -> name(field.name()) + ": " + type(field.type()))
                    .collect(Collectors.joining(", ", "struct<", ">"));
        }
        if (type instanceof ListOf list) {
            return "array<" + type(list.element()) + ">";
        }
        return switch ((Scalar) type) {
            case TEXT, WORD, ADDRESS, PROXY_ADDRESS -> "string";
            case FLAG -> "boolean";
            case COUNT -> "int";
            case INSTANT -> "timestamp_ntz";
            case DATE -> "date";
        };
    }
}
