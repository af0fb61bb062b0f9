package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.http.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final Set<String> DATA_TYPES = Set.of("string", "int64", "decimal", "date", "boolean");

    @TempDir
    static Path home;

    @TempDir
    static Path folder;

    @BeforeAll
    static void enrich_two_accounts() {
        Path mail = Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();
        Exports.write(folder, "accounts.csv", "AccountId,Name", "-a1,=Fabrikam", "a2,Contoso Customers");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,-a1,Ana@fabrikam.com");
        Path spec = Exports.write(
                folder,
                "engagement.yaml",
                "output: Office",
                "selection: [mira@contoso.com, sam@contoso.com]",
                "contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}",
                "accounts: {file: accounts.csv, id: AccountId, name: Name}");
        assertThat(Typed.on(home, "enrich", spec.toString(), "--as-of", "2026-11-15")
                        .code())
                .isZero();
    }

    @Test
    void the_four_tables_come_as_csv_that_no_spreadsheet_computes() throws IOException {
        Path out = folder.resolve("csv");

        Typed typed = export("Office", out);

        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .startsWith("Account engagement, as of 2026-11-15:\n")
                .contains(out.resolve("Office.csv").toString());
        assertThat(files(out))
                .containsExactly("Office.csv", "Office_Coverage.csv", "Office_Score.csv", "Office_UserTable.csv");
        assertThat(Files.readAllLines(out.resolve("Office.csv"))).anyMatch(line -> line.startsWith("'-a1|year,'-a1,"));
        assertThat(export("Office", out).code())
                .as("again, in place of the others")
                .isZero();
        assertThat(files(out)).hasSize(4);
    }

    @Test
    void a_segment_comes_by_its_word_with_the_format_that_was_asked_for() throws IOException {
        Path out = folder.resolve("lists");

        assertThat(export("one-way", out, "--format", "jsonl").code()).isZero();
        assertThat(export("One-way", out, "--enrichment", "Office", "--format", "parquet")
                        .code())
                .isZero();

        assertThat(files(out)).containsExactly("segment-one-way.jsonl", "segment-one-way.parquet");
    }

    /** Each property that version 1.0 of the model file asks for, and those that its readers go by. */
    @Test
    @SuppressWarnings("unchecked")
    void a_common_data_model_folder_describes_every_table_and_where_it_lies() throws IOException {
        Path out = folder.resolve("cdm");

        Typed typed = export("Office", out, "--format", "cdm", "--location", "https://contoso.net/data/office/");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(files(out))
                .containsExactly(
                        "Office/Office.csv",
                        "Office_Coverage/Office_Coverage.csv",
                        "Office_Score/Office_Score.csv",
                        "Office_UserTable/Office_UserTable.csv",
                        "model.json");
        Map<String, Object> model = model(out);
        assertThat(model).containsEntry("name", "Account engagement").containsEntry("version", "1.0");
        List<Map<String, Object>> entities = Objects.requireNonNull((List<Map<String, Object>>) model.get("entities"));
        assertThat(entities)
                .extracting(entity -> entity.get("name"))
                .containsExactly("Office", "Office_UserTable", "Office_Score", "Office_Coverage");
        for (Map<String, Object> entity : entities) {
            String name = (String) entity.get("name");
            assertThat(entity).containsEntry("$type", "LocalEntity");
            assertThat(name).matches("[^\\s.\"]([^.\"]*[^\\s.\"])?").hasSizeLessThan(256);
            List<Map<String, Object>> attributes =
                    Objects.requireNonNull((List<Map<String, Object>>) entity.get("attributes"));
            assertThat(attributes).allSatisfy(attribute -> {
                assertThat((String) attribute.get("name")).matches("\\S+");
                assertThat(DATA_TYPES).contains((String) attribute.get("dataType"));
            });
            List<Map<String, Object>> partitions =
                    Objects.requireNonNull((List<Map<String, Object>>) entity.get("partitions"));
            assertThat(partitions).hasSize(1);
            assertThat((String) partitions.get(0).get("name")).isNotBlank();
            URI location = URI.create((String) partitions.get(0).get("location"));
            assertThat(location).hasToString("https://contoso.net/data/office/" + name + "/" + name + ".csv");
            assertThat((Map<String, Object>) partitions.get(0).get("fileFormatSettings"))
                    .containsEntry("$type", "CsvFormatSettings")
                    .containsEntry("columnHeaders", true)
                    .containsEntry("delimiter", ",")
                    .containsEntry("quoteStyle", "QuoteStyle.Csv");
            assertThat(Files.readAllLines(out.resolve(name).resolve(name + ".csv"))
                            .get(0))
                    .as("the header is the attributes, in their order")
                    .isEqualTo(String.join(
                            ",",
                            attributes.stream()
                                    .map(one -> (String) one.get("name"))
                                    .toList()));
        }
        assertThat(Files.readAllLines(out.resolve("Office/Office.csv")))
                .as("programs get every value as it is")
                .anyMatch(line -> line.startsWith("-a1|year,-a1,"));
        assertThat((List<Object>) model.get("relationships"))
                .containsExactly(Map.of(
                        "$type",
                        "SingleKeyRelationship",
                        "fromAttribute",
                        Map.of("entityName", "Office_Score", "attributeName", "PrimaryKey"),
                        "toAttribute",
                        Map.of("entityName", "Office", "attributeName", "PrimaryKey")));
    }

    @Test
    void without_an_address_a_common_data_model_folder_says_where_it_is() throws IOException {
        Path out = folder.resolve("cdm here");
        assertThat(export("stale", out, "--format", "cdm").code()).isZero();

        assertThat(Files.readString(out.resolve("model.json")))
                .contains("\"location\":\"" + out.toUri() + "segment-stale-accounts/segment-stale-accounts.csv\"")
                .contains("\"dataType\":\"boolean\"");
        assertThat(out.resolve("segment-stale-accounts/segment-stale-accounts.csv"))
                .exists();
    }

    @Test
    void what_makes_no_sense_is_refused_with_what_does() {
        Typed unknown = export("Ofice", folder.resolve("none"));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("“Ofice”")
                .contains("Did you mean Office?")
                .contains("going-quiet");
        assertThat(export("Office", folder.resolve("none"), "--format", "xlsx").code())
                .isEqualTo(2);
        assertThat(export("Office", folder.resolve("none"), "--location", "https://contoso.net")
                        .err())
                .contains("it goes with cdm");
        assertThat(export("Office", home.resolve("inside")).err()).contains("lies in the home");
        assertThat(export("stale", folder.resolve("none"), "--enrichment", "Nothing")
                        .code())
                .isEqualTo(2);
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(home.resolve("inside")).doesNotExist();
    }

    @Test
    void a_folder_that_can_not_be_made_is_named_and_an_export_stands_in_the_access_log() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        Typed typed = export("Office", file.resolve("within"));

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("The export can't be written to " + file.resolve("within"));
        assertThat(Typed.on(home, "access-log", "verify").out()).contains("sound");
    }

    private static Typed export(String name, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of("export", name, "--out", out.toString()));
        words.addAll(List.of(more));
        return Typed.on(home, words.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> model(Path out) throws IOException {
        return (Map<String, Object>) (Map<String, ?>) JsonTree.object(Files.readAllBytes(out.resolve("model.json")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
