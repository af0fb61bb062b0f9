package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented queries that join contact activity with other datasets. */
class JoinsTest {

    private static final Path PAGE = Path.of("..", "docs", "sources", "OutlookContactActivity_v0");
    private static final Path JOINS = PAGE.resolve("joins");

    @TempDir
    static Path home;

    @BeforeAll
    static void land_the_rows() throws IOException {
        for (Path file : files("rows", ".json")) {
            String dataset = file.getFileName().toString().replace(".json", "");
            assertThat(Typed.on(home, "import", dataset, file.toString()).code())
                    .isZero();
        }
    }

    static Stream<Path> queries() throws IOException {
        return files("", ".sql").stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void answers_what_lies_beside_it(Path query) throws IOException {
        Typed typed = Typed.on(home, "query", Files.readString(query), "--format", "csv");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out())
                .isEqualTo(Files.readString(
                        JOINS.resolve(query.getFileName().toString().replace(".sql", ".csv"))));
    }

    @Test
    void every_query_stands_on_the_page_with_the_dataset_that_it_joins() throws IOException {
        String page = Files.readString(PAGE.resolve("README.md"));

        for (Path query : files("", ".sql")) {
            String name = query.getFileName().toString();
            String line = page.lines()
                    .filter(one -> one.contains("(joins/" + name + ")"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not on the page"));
            String dataset = line.substring(line.indexOf('`') + 1, line.indexOf('`', line.indexOf('`') + 1));
            assertThat(Files.readString(query)).contains(dataset).contains("OutlookContactActivity_v0");
        }
        assertThat(files("", ".sql")).hasSize(7);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> found = Files.list(JOINS.resolve(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
