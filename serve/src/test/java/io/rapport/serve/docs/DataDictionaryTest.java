package io.rapport.serve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.model.run.OutputColumn;
import io.rapport.model.run.OutputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/data-dictionary.md. With {@code -Drapport.dictionary=write} it is written instead of compared. */
class DataDictionaryTest {

    private static final Path PAGE = Path.of("..", "docs", "data-dictionary.md");

    @Test
    void says_what_the_schemas_and_the_tables_say() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("rapport.dictionary"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/data-dictionary.md; write it anew with -Drapport.dictionary=write")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Data dictionary

                Every dataset that may rest in the lake, every column of it, and every column of the tables of an
                enrichment. Written from the schemas and the table definitions in the code; a test compares.

                - Datasets and columns bear the names of Graph Data Connect. What is not listed is never stored.
                - Columns that begin with an underscore are computed at landing; all others come as the source wrote
                  them, in the normal form of their type.
                - Types: *text* is stripped, blank is absent. A *word* is one of a closed list. A *time* is UTC, cut to the
                  second; before 1990 it is absent. An *address* is lower-cased, without `smtp:` or `mailto:`. A *list*
                  holds no absent entries.
                - How the numbers of an enrichment are counted, in full: [enrichment.md](enrichment.md).

                ## Datasets
                """);
        Datasets.all().forEach(dataset -> dataset(dataset, page));
        page.append("\n## Tables of an enrichment\n\n`Office` stands for the name that the spec gives (`output`).\n");
        for (OutputTable table : OutputTable.values()) {
            table(table, page);
        }
        return page.toString();
    }

    private static void dataset(Dataset dataset, StringBuilder page) {
        page.append("\n### ")
                .append(dataset.name())
                .append("\n\n")
                .append(dataset.meaning())
                .append(".\n\n");
        page.append("- Source: ")
                .append(Datasets.sources(dataset).stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", ", "exports of ", "")))
                .append(", [examples](sources/")
                .append(dataset.name())
                .append("/README.md)\n- Key: ")
                .append(names(dataset.key(), ", "))
                .append("\n- Partition date: ")
                .append(dataset.isPartitioned() ? names(dataset.partitionDate(), ", else ") : "none")
                .append("\n\n| column | type | meaning |\n|---|---|---|\n");
        dataset.columns().forEach(column -> column("", column, page));
    }

    private static void column(String parent, Column column, StringBuilder page) {
        String name = parent + column.name();
        page.append("| `")
                .append(name)
                .append("` | ")
                .append(type(column.type()))
                .append(" | ")
                .append(column.meaning())
                .append(column.findFallback()
                        .map(other -> "; read from `" + other + "` where it is absent")
                        .orElse(""))
                .append(column.isFilterable() ? "; extractions may filter on it" : "")
                .append(" |\n");
        fields(name, column.type(), page);
    }

    private static void fields(String path, ColumnType type, StringBuilder page) {
        if (type instanceof ColumnType.ListOf list) {
            fields(path + "[]", list.element(), page);
        } else if (type instanceof ColumnType.Struct struct) {
            struct.fields().forEach(field -> column(path + ".", field, page));
        }
    }

    private static String type(ColumnType type) {
        if (type instanceof ColumnType.ListOf list) {
            return "list of " + type(list.element());
        }
        if (type instanceof ColumnType.Struct) {
            return "object";
        }
        return switch ((ColumnType.Scalar) type) {
            case TEXT -> "text";
            case WORD -> "word";
            case FLAG -> "true or false";
            case COUNT -> "whole number";
            case INSTANT -> "time";
            case DATE -> "date";
            case ADDRESS -> "address";
            case PROXY_ADDRESS -> "address with its prefix";
        };
    }

    private static void table(OutputTable table, StringBuilder page) {
        page.append("\n### ")
                .append(table.tableName("Office"))
                .append("\n\n")
                .append(table.meaning())
                .append(
                        "\n\n| column | type | unit | may be absent | formula | meaning |\n|---|---|---|---|---|---|\n");
        for (OutputColumn column : table.definitions()) {
            page.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(column.type())
                    .append(" | ")
                    .append(column.unit())
                    .append(" | ")
                    .append(column.mayBeNull() ? "yes" : "no")
                    .append(" | ")
                    .append(column.formulaVersion())
                    .append(" | ")
                    .append(column.meaning())
                    .append(" |\n");
        }
    }

    private static String names(List<String> names, String between) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(between));
    }
}
