package io.rapport.serve.cli;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.ColumnWords;
import io.rapport.serve.dataset.Coverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One dataset on the command line: what it may hold, and what has landed. */
final class DatasetView {

    private DatasetView() {}

    static void show(CatalogEntry entry, Console console) {
        Dataset dataset = entry.dataset();
        if (console.isJson()) {
            console.json(json(entry));
            return;
        }
        console.line(dataset.name() + ": " + dataset.meaning());
        console.line("");
        console.line("key              " + String.join(", ", dataset.key()));
        console.line("partition date   "
                + (dataset.isPartitioned() ? String.join(", else ", dataset.partitionDate()) : "none"));
        console.line("filterable       " + filterable(dataset));
        console.line("landed           " + landed(entry));
        coverage(entry.coverage(), console);
        console.line("");
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("column"), TextTable.Column.text("type"), TextTable.Column.text("meaning")));
        dataset.columns().forEach(column -> add(table, "", column));
        table.print(console);
    }

    private static String landed(CatalogEntry entry) {
        return entry.files() == 0
                ? "nothing yet"
                : Words.many(entry.rows(), "row") + " in " + Words.many(entry.files(), "file") + ", "
                        + Words.size(entry.bytes());
    }

    private static void coverage(Coverage coverage, Console console) {
        List<String> strip = coverage.strip();
        for (int i = 0; i < strip.size(); i++) {
            console.line((i == 0 ? "months           " : " ".repeat(17)) + strip.get(i));
        }
        if (!strip.isEmpty() && coverage.rowsWithoutMonth() > 0) {
            console.line(" ".repeat(17) + Words.many(coverage.rowsWithoutMonth(), "row") + " without a date");
        }
    }

    private static String filterable(Dataset dataset) {
        String names = String.join(", ", ColumnWords.filterable(dataset));
        return names.isEmpty() ? "none" : names;
    }

    private static void add(TextTable table, String indent, Column column) {
        table.add(List.of(indent + column.name(), ColumnWords.type(column.type()), column.meaning()));
        ColumnWords.fields(column.type()).forEach(field -> add(table, indent + "  ", field));
    }

    private static Map<String, @Nullable Object> json(CatalogEntry entry) {
        Dataset dataset = entry.dataset();
        Map<String, @Nullable Object> fields = CatalogView.json(entry);
        fields.put("key", dataset.key());
        fields.put("partitionDate", dataset.partitionDate());
        fields.put(
                "months",
                entry.coverage().months().stream()
                        .map(month -> Map.of("month", month.month(), "rows", month.rows()))
                        .toList());
        fields.put("rowsWithoutMonth", entry.coverage().rowsWithoutMonth());
        fields.put("columns", columns(dataset.columns()));
        return fields;
    }

    private static List<Map<String, Object>> columns(List<Column> columns) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", column.name());
            fields.put("type", ColumnWords.type(column.type()));
            fields.put("meaning", column.meaning());
            fields.put("filterable", column.isFilterable());
            if (!ColumnWords.fields(column.type()).isEmpty()) {
                fields.put("fields", columns(ColumnWords.fields(column.type())));
            }
            list.add(fields);
        }
        return list;
    }
}
