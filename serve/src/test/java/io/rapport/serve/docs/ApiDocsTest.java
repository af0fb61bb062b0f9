package io.rapport.serve.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.api.operation.InvalidRequest;
import io.rapport.serve.api.operation.Paging;
import io.rapport.serve.api.operation.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/api.md says is so. */
class ApiDocsTest {

    @Test
    void it_names_every_code_with_its_status() throws Exception {
        String text = Files.readString(Path.of("..", "docs", "api.md"));
        List<String> table = text.lines().filter(line -> line.startsWith("| ")).toList();

        assertThat(Arrays.asList(ApiError.values()))
                .filteredOn(code -> !List.of(405, 406, 413, 415).contains(code.status()))
                .allSatisfy(code -> assertThat(table)
                        .anySatisfy(line -> assertThat(line)
                                .contains(Integer.toString(code.status()))
                                .contains("`" + code.name() + "`")));
    }

    @Test
    void its_problem_is_the_one_that_is_said() throws Exception {
        String text = Files.readString(Path.of("..", "docs", "api.md"));
        try {
            Values unused = Values.of(Paging.parameters(), Map.of(), Map.of("limit", List.of("1001")), Map.of());
            throw new AssertionError("a page of 1,001 was taken");
        } catch (InvalidRequest invalid) {
            assertThat(text)
                    .contains("\"detail\":\"limit: " + invalid.problems().get(0).detail() + "\"")
                    .contains("{\"field\":\"limit\",\"detail\":\""
                            + invalid.problems().get(0).detail() + "\"}");
        }
    }
}
