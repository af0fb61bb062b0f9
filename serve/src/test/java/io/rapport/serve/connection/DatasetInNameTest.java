package io.rapport.serve.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetInNameTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\S+)` \\| (`(\\S+)`|none: .*) \\|$", Pattern.MULTILINE);

    @ParameterizedTest
    @CsvSource({
        "message_v1.json, Message_v1",
        "Message_v1, Message_v1",
        "Message_v1 2026/a, Message_v1",
        "BasicDataSet_v0.GroupMembers_v0/x/y/part-0, GroupMembers_v0",
        "basicdataset_v0.inbox_v1.json.gz, Message_v1",
        "Message_v1/Contact_v1/a.json, Contact_v1",
        "ımessage_v1.json,",
        "Message_v1é.json,",
        "my-Message_v1.json,",
        "a.json,"
    })
    void a_name_that_begins_with_a_dataset_counts(String path, @org.jspecify.annotations.Nullable String dataset) {
        assertThat(DatasetInName.find(path).map(found -> found.name()).orElse(null))
                .isEqualTo(dataset);
    }

    @Test
    void the_page_tells_it_as_it_is() throws IOException {
        Matcher row = ROW.matcher(Files.readString(Path.of("..", "docs", "connect.md")));
        int rows = 0;
        while (row.find()) {
            rows++;
            assertThat(DatasetInName.find(row.group(1))
                            .map(found -> found.name())
                            .orElse(null))
                    .as(row.group(1))
                    .isEqualTo(row.group(3));
        }
        assertThat(rows).isEqualTo(5);
    }
}
