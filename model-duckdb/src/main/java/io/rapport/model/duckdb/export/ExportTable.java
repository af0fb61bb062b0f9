package io.rapport.model.duckdb.export;

import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.duckdb.JsonLines;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that leaves the home.
 *
 * @param name of the table; also of its file
 * @param meaning one sentence for people
 * @param columns in their order
 * @param relation a query that has these columns, and its rows in their order, with a question mark for each value
 * @param values in their order
 */
public record ExportTable(
        String name, String meaning, List<OutputColumn> columns, String relation, List<Object> values) {

    public ExportTable {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        if (name.isBlank() || columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a name and columns: " + name);
        }
    }

    /** A table of a run, out of the file in which it is kept. */
    public static ExportTable of(OutputTable table, String output, Path kept) {
        return new ExportTable(
                table.tableName(output),
                table.meaning(),
                table.definitions(),
                "from read_parquet(" + SqlText.literal(SqlText.path(kept)) + ")",
                List.of());
    }

    /** The same under another name. */
    public ExportTable named(String other) {
        return new ExportTable(other, meaning, columns, relation, values);
    }

    String select(ExportFormat format) {
        if (format == ExportFormat.JSONL) {
            return "select " + line() + " as line from (" + relation + ")";
        }
        return columns.stream()
                .map(column -> value(column, format) + " as " + SqlText.name(column.name()))
                .collect(Collectors.joining(", ", "select ", " from (" + relation + ")"));
    }

    /** One row as an object; absent values are null. */
    private String line() {
        StringBuilder parts = new StringBuilder("concat('{'");
        for (int i = 0; i < columns.size(); i++) {
            OutputColumn column = columns.get(i);
            parts.append(", ")
                    .append(SqlText.literal((i == 0 ? "\"" : ",\"") + column.name() + "\":"))
                    .append(", coalesce(")
                    .append(json(column))
                    .append(", 'null')");
        }
        return parts.append(", '}')").toString();
    }

    /** What is not text and not fractional is written as DuckDB writes it anyway. */
    private static String json(OutputColumn column) {
        String name = SqlText.name(column.name());
        return switch (column.type()) {
            case "date" -> "'\"' || cast(" + name + " as varchar) || '\"'";
            case "whole number" -> "cast(" + name + " as varchar)";
            default -> JsonLines.value(name);
        };
    }

    private static String value(OutputColumn column, ExportFormat format) {
        String name = SqlText.name(column.name());
        boolean isText = format == ExportFormat.CSV || format == ExportFormat.CDM;
        if (isText && column.name().startsWith("AverageDuration")) {
            return "cast(" + name + " as decimal(18, 2))";
        }
        return format == ExportFormat.CSV && column.type().equals("text") ? harmless(name) : name;
    }

    /** With a quote in front where a spreadsheet would take the text for a formula. */
    private static String harmless(String name) {
        return "case when substr(" + name + ", 1, 1) in ('=', '+', '-', '@', chr(9), chr(13)) then '''' || " + name
                + " else " + name + " end";
    }
}
