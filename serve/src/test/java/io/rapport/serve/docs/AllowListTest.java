package io.rapport.serve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllowListTest {

    private static final String BEGIN = "<!-- allow-list: checked against the schemas by a test -->\n";
    private static final String END = "\n<!-- end of allow-list -->";

    @Test
    void the_privacy_page_lists_exactly_what_the_schemas_allow() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "privacy.md"));
        String allowList = table();
        Path copy = Files.writeString(Path.of("target", "allow-list.md"), allowList);

        assertThat(page)
                .as("docs/privacy.md, between its two comments; the right text is in serve/%s", copy)
                .contains(BEGIN + allowList + END);
    }

    /** Datasets with the same columns share a row. */
    private static String table() {
        Map<String, List<Dataset>> byColumns = Datasets.all().stream()
                .collect(Collectors.groupingBy(AllowListTest::columns, LinkedHashMap::new, Collectors.toList()));
        return byColumns.entrySet().stream()
                .map(row -> "| "
                        + row.getValue().stream()
                                .map(dataset -> "`" + dataset.name() + "`")
                                .collect(Collectors.joining(", "))
                        + " | " + row.getKey() + " |")
                .collect(Collectors.joining("\n", "| dataset | columns |\n|---|---|\n", ""));
    }

    private static String columns(Dataset dataset) {
        return dataset.columns().stream()
                .flatMap(column -> leaves("", column))
                .map(path -> "`" + path + "`")
                .collect(Collectors.joining(", "));
    }

    /** Paths down to single values, lists marked by brackets. */
    private static Stream<String> leaves(String prefix, Column column) {
        return leaves(prefix + column.name(), column.type());
    }

    private static Stream<String> leaves(String path, ColumnType type) {
        if (type instanceof ColumnType.ListOf list) {
            return leaves(path + "[]", list.element());
        }
        if (type instanceof ColumnType.Struct struct) {
            return struct.fields().stream().flatMap(field -> leaves(path + ".", field));
        }
        return Stream.of(path);
    }
}
