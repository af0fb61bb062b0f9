package io.rapport.serve.cli;

import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalog on the command line. */
final class CatalogView {

    private CatalogView() {}

    static void show(Catalog catalog, Console console) {
        if (console.isJson()) {
            console.json(Map.of(
                    "datasets",
                    catalog.entries().stream().map(CatalogView::json).toList()));
            return;
        }
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("dataset"),
                TextTable.Column.number("rows"),
                TextTable.Column.text("months"),
                TextTable.Column.number("files"),
                TextTable.Column.number("size"),
                TextTable.Column.text("what it is")));
        for (CatalogEntry entry : catalog.entries()) {
            boolean isEmpty = entry.files() == 0;
            table.add(List.of(
                    entry.dataset().name(),
                    isEmpty ? "-" : Words.count(entry.rows()),
                    entry.period(),
                    isEmpty ? "" : Words.count(entry.files()),
                    isEmpty ? "" : Words.size(entry.bytes()),
                    entry.dataset().meaning()));
        }
        table.print(console);
    }

    static Map<String, @Nullable Object> json(CatalogEntry entry) {
        List<Coverage.Month> months = entry.coverage().months();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.dataset().name());
        fields.put("meaning", entry.dataset().meaning());
        fields.put("rows", entry.rows());
        fields.put("files", entry.files());
        fields.put("bytes", entry.bytes());
        fields.put("firstMonth", months.isEmpty() ? null : months.get(0).month());
        fields.put(
                "lastMonth",
                months.isEmpty() ? null : months.get(months.size() - 1).month());
        return fields;
    }
}
