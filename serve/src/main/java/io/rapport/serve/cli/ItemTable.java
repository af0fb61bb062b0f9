package io.rapport.serve.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items of an answer of the API as a table for eyes. */
final class ItemTable {

    private final List<TextTable.Column> columns = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    /** Reads a cell; null where there is nothing. */
    @FunctionalInterface
    interface Cell {
        @Nullable
        Object of(Map<?, ?> item);
    }

    ItemTable text(String title, Cell cell) {
        columns.add(TextTable.Column.text(title));
        cells.add(cell);
        return this;
    }

    ItemTable number(String title, Cell cell) {
        columns.add(TextTable.Column.number(title));
        cells.add(cell);
        return this;
    }

    /** Prints the items, then what the reader should know. */
    void print(Map<String, ?> answer, Console console) {
        TextTable table = new TextTable(columns);
        List<?> items = answer.get("items") instanceof List<?> list ? list : List.of();
        for (Object item : items) {
            if (item instanceof Map<?, ?> fields) {
                table.add(cells.stream().map(cell -> text(cell.of(fields))).toList());
            }
        }
        table.print(console);
        if (answer.get("next") != null && answer.get("found") instanceof Long found) {
            console.note(Words.count(items.size()) + " of " + Words.count(found) + "; more with --limit.");
        }
        if (answer.get("warnings") instanceof List<?> warnings) {
            warnings.forEach(warning -> console.note(String.valueOf(warning)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Long number ? Words.count(number) : String.valueOf(value);
    }
}
