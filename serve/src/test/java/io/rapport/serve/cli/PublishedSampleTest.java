package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five rows of the sample that Microsoft publishes for the dataset: what goes in comes out again, key by key, value by value. */
class PublishedSampleTest {

    private static final Path SAMPLE =
            Path.of("src", "test", "resources", "io", "rapport", "serve", "cli", "contact-activity-sample.json");

    private static final List<String> SCHEMA = List.of(
            "SignalType",
            "Id",
            "StartTime",
            "CreationTime",
            "EndTime",
            "ItemType",
            "AppName",
            "AadTenantId",
            "ClientSessionId",
            "MailboxGuid",
            "TenantName",
            "OId",
            "puser",
            "ptenant");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    @Test
    void the_five_rows_come_out_as_they_went_in(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        Path out = folder.resolve("out");

        assertThat(Typed.on(home, "import", "OutlookContactActivity_v0", SAMPLE.toString())
                        .code())
                .isZero();
        Typed typed = Typed.on(home, "extract", "OutlookContactActivity_v0", "--out", out.toString());

        assertThat(typed.out()).contains("5 rows").contains("valid users and regions: not checked");
        List<String> lines = Files.readAllLines(out.resolve("tenant").resolve("2023-07.json"));
        assertThat(lines.stream().map(PublishedSampleTest::fields))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(SAMPLE).stream()
                        .map(PublishedSampleTest::fields)
                        .toList())
                .hasSize(5)
                .allSatisfy(row -> assertThat(List.copyOf(row.keySet()))
                        .isEqualTo(SCHEMA.stream().filter(row::containsKey).toList()));
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("\"}"));
    }

    @Test
    void an_extraction_can_be_imported_again_and_changes_nothing(@TempDir Path folder) {
        Path home = folder.resolve("home");
        Path out = folder.resolve("out");
        Typed.on(home, "import", "OutlookContactActivity_v0", SAMPLE.toString());
        Typed.on(home, "extract", "OutlookContactActivity_v0", "--out", out.toString());

        Typed again = Typed.on(home, "import", "OutlookContactActivity_v0", out.toString(), "--json");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("\"read\":5")
                .contains("\"unchanged\":5")
                .contains("\"rejected\":0");
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }
}
