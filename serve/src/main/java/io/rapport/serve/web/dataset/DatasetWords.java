package io.rapport.serve.web.dataset;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.ColumnWords;
import io.rapport.serve.dataset.FreeColumns;
import io.rapport.serve.dataset.SampleRow;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the lake holds, in the reader's words. */
final class DatasetWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private DatasetWords() {}

    static DatasetsView catalog(List<CatalogEntry> entries, Role role, long waiting) {
        List<DatasetsView.Line> landed = entries.stream()
                .filter(entry -> entry.rows() > 0)
                .map(entry -> line(entry, role))
                .toList();
        return new DatasetsView(
                landed,
                entries.stream()
                        .filter(entry -> entry.rows() == 0)
                        .map(entry -> line(entry, role))
                        .toList(),
                Say.count(entries.stream().mapToLong(CatalogEntry::rows).sum(), "row", "rows") + " in "
                        + Say.count(landed.size(), "dataset", "datasets") + ", "
                        + Say.bytes(
                                entries.stream().mapToLong(CatalogEntry::bytes).sum()),
                waiting);
    }

    static DatasetView page(
            CatalogEntry entry,
            Role role,
            List<Map<?, ?>> samples,
            SampleRow writer,
            List<ExtractionView.Line> extractions) {
        Dataset dataset = entry.dataset();
        DatasetsView.Line line = line(entry, role);
        List<DatasetView.ColumnLine> columns = new ArrayList<>();
        dataset.columns().forEach(column -> add(columns, column, 0));
        boolean isDisguised = !role.mayActAs(Role.ADMINISTRATOR);
        List<Column> sampled = ExtractPlan.columns(dataset);
        return new DatasetView(
                dataset.name(),
                sentence(dataset.meaning()),
                line.extract(),
                line.why(),
                tiles(entry),
                HeatStrip.of(entry.coverage()),
                String.join(" and ", dataset.key()),
                columns,
                sampled.stream().map(Column::name).toList(),
                samples.stream()
                        .map(row -> sampled.stream()
                                .map(column -> writer.text(column, row.get(column.name())))
                                .toList())
                        .toList(),
                isDisguised,
                extractions);
    }

    private static List<DatasetView.Tile> tiles(CatalogEntry entry) {
        List<DatasetView.Tile> tiles = new ArrayList<>();
        tiles.add(new DatasetView.Tile("Rows", Say.count(entry.rows()), "", "one for each key"));
        entry.findEarliest()
                .ifPresent(first -> tiles.add(new DatasetView.Tile(
                        "First day",
                        day(first),
                        "",
                        "UTC, by " + entry.dataset().partitionDate().get(0))));
        entry.findLatest()
                .ifPresent(last -> tiles.add(new DatasetView.Tile(
                        "Last day",
                        day(last),
                        "",
                        "UTC, by " + entry.dataset().partitionDate().get(0))));
        tiles.add(new DatasetView.Tile(
                "Size", Say.bytes(entry.bytes()), "", "in " + Say.count(entry.files(), "file", "files")));
        return tiles;
    }

    private static void add(List<DatasetView.ColumnLine> lines, Column column, int depth) {
        lines.add(new DatasetView.ColumnLine(
                column.name(),
                depth,
                ColumnWords.type(column.type()),
                column.meaning(),
                column.isFilterable() ? "Date" : ""));
        ColumnWords.fields(column.type()).forEach(field -> add(lines, field, depth + 1));
    }

    private static DatasetsView.Line line(CatalogEntry entry, Role role) {
        Dataset dataset = entry.dataset();
        String why = why(entry, role);
        return new DatasetsView.Line(
                dataset.name(),
                sentence(dataset.meaning()),
                Say.count(entry.rows()),
                entry.findEarliest().map(DatasetWords::day).orElse(""),
                entry.findLatest().map(DatasetWords::day).orElse(""),
                String.join(", ", ColumnWords.filterable(dataset)),
                why.isEmpty() ? "/datasets/" + dataset.name() + "/extract" : "",
                why);
    }

    /** Why it can't be extracted; empty where it can. */
    private static String why(CatalogEntry entry, Role role) {
        if (entry.rows() == 0) {
            return "Nothing has landed yet, so there is nothing to extract.";
        }
        return !role.mayActAs(Role.ADMINISTRATOR)
                        && FreeColumns.of(entry.dataset()).isEmpty()
                ? "For administrators: each row is somebody, or a group."
                : "";
    }

    static String day(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC));
    }

    private static String sentence(String meaning) {
        return meaning.endsWith(".") ? meaning : meaning + ".";
    }
}
