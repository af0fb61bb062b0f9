package io.rapport.lake.parquet;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.EngineType.Field;
import io.rapport.lake.parquet.EngineType.ListType;
import io.rapport.lake.parquet.EngineType.Plain;
import io.rapport.lake.parquet.EngineType.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of an export's columns are read, and as what. Names are compared without case; what the schema does not name, at
 * any depth, is not asked for. Nested columns may be nested or JSON within text.
 */
final class ExportColumns {

    private static final String WALL_CLOCK = "'%Y-%m-%dT%H:%M:%S'";
    private static final String UTC = "'%Y-%m-%dT%H:%M:%SZ'";

    private ExportColumns() {}

    /** Fields of a struct literal, one for each column of the dataset that the export has; empty where it has none. */
    static List<String> read(Dataset dataset, List<Field> export) {
        List<String> fields = new ArrayList<>();
        for (Column column : dataset.columns()) {
            if (!column.isDerived()) {
                read(column.name(), column.type(), export, "").ifPresent(fields::add);
                column.findFallback()
                        .filter(other -> dataset.columns().stream()
                                .noneMatch(c -> c.name().equalsIgnoreCase(other)))
                        .flatMap(other -> read(other, column.type(), export, ""))
                        .ifPresent(fields::add);
            }
        }
        return fields;
    }

    private static Optional<String> read(String name, ColumnType allowed, List<Field> export, String parent) {
        return export.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(field -> value(allowed, field.type(), parent + SqlText.name(field.name()), 1))
                .map(value -> SqlText.name(name) + " := " + value);
    }

    /** Empty where the export holds something else than the schema allows, such as an object in place of a text. */
    private static Optional<String> value(ColumnType allowed, EngineType found, String source, int depth) {
        if (found instanceof Plain plain) {
            return plain(plain.name(), source);
        }
        if (allowed instanceof ListOf list && found instanceof ListType elements) {
            String element = "e" + depth;
            return value(list.element(), elements.element(), element, depth + 1)
                    .map(value -> "list_transform(" + source + ", lambda " + element + ": " + value + ")");
        }
        if (allowed instanceof Struct struct && found instanceof StructType object) {
            List<String> fields = struct.fields().stream()
                    .flatMap(field -> read(field.name(), field.type(), object.fields(), source + ".").stream())
                    .toList();
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of("case when " + source + " is not null then struct_pack(" + String.join(", ", fields)
                            + ") end");
        }
        return Optional.empty();
    }

    private static Optional<String> plain(String type, String source) {
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return Optional.of("strftime(timezone('UTC', " + source + "), " + UTC + ")");
        }
        if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
            return Optional.of("strftime(cast(" + source + " as timestamp), " + WALL_CLOCK + ")");
        }
        return Optional.of(type.equals("BOOLEAN") ? source : "cast(" + source + " as varchar)");
    }
}
