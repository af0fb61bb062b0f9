package io.rapport.serve.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Dataset;
import java.util.List;
import java.util.Locale;

/** What columns hold, in words. */
public final class ColumnWords {

    private ColumnWords() {}

    /** {@code text}, {@code list of address}, {@code object}. */
    public static String type(ColumnType type) {
        if (type instanceof ColumnType.ListOf list) {
            return "list of " + type(list.element());
        }
        return type instanceof ColumnType.Scalar scalar
                ? scalar.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "object";
    }

    /** The fields of an object, or of the objects in a list. */
    public static List<Column> fields(ColumnType type) {
        if (type instanceof ColumnType.ListOf list) {
            return fields(list.element());
        }
        return type instanceof ColumnType.Struct struct ? struct.fields() : List.of();
    }

    /** Names of the columns that an extraction may filter by. */
    public static List<String> filterable(Dataset dataset) {
        return dataset.columns().stream()
                .filter(Column::isFilterable)
                .map(Column::name)
                .toList();
    }
}
