package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people hand in by mistake: each is answered with the place and the way out, and what was there stays there. */
class BadInputTest {

    private static final String SPEC = """
            selection: [mira@contoso.com, sam@contoso.com]
            contacts: {file: contacts.csv, email: EmailAddress, account: AccountId}
            accounts: {file: accounts.csv, id: AccountId}
            asOf: 2026-11-15
            """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void land_a_message_and_enrich_once() throws IOException {
        home = folder.resolve("home");
        Path mail = Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        Exports.write(folder, "accounts.csv", "AccountId,Name", "a1,Fabrikam");
        Exports.write(folder, "contacts.csv", "ContactId,AccountId,EmailAddress", "c1,a1,ana@fabrikam.com");
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();
        assertThat(enrich(SPEC).code()).isZero();
    }

    @Test
    void a_file_that_is_not_there() {
        refused(importing("nowhere.json"), 3, "nowhere.json");
    }

    @Test
    void a_file_that_is_a_folder_without_exports() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        refused(importing("empty"), 3, "empty");
    }

    @Test
    void a_gzip_that_ends_too_early() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 1_000; i++) {
                gzip.write((Exports.message("g" + i, "2026-10-02T08:00:00Z") + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        byte[] whole = bytes.toByteArray();
        Files.write(folder.resolve("cut.json.gz"), Arrays.copyOf(whole, whole.length / 2));
        refused(importing("cut.json.gz"), 3, "cut.json.gz", "byte");
    }

    @Test
    void random_bytes() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(7).nextBytes(bytes);
        Files.write(folder.resolve("noise.bin"), bytes);
        refused(importing("noise.bin"), 3, "noise.bin");
    }

    @Test
    void a_parquet_file_that_ends_too_early() throws IOException {
        Files.writeString(folder.resolve("cut.parquet"), "PAR1 and then nothing of use");
        refused(importing("cut.parquet"), 3, "cut.parquet");
    }

    @Test
    void a_good_file_beside_a_bad_one_lands_neither() throws IOException {
        Exports.write(folder, "good.json", Exports.message("m2", "2026-10-02T08:00:00Z"));
        Files.write(folder.resolve("noise.bin"), new byte[] {1, 2, 3, 4});
        refused(importing("good.json", "noise.bin"), 3, "noise.bin");
    }

    @Test
    void a_dataset_that_nobody_knows() {
        refused(
                Typed.on(
                        home, "import", "Mesage_v1", folder.resolve("mail.json").toString()),
                2,
                "Message_v1");
    }

    @Test
    void a_spec_with_five_mistakes() throws IOException {
        Typed typed = enrich("""
                output: 2024-Office
                selection: mira@contoso.com
                contacts: {file: contacts.csv, emial: EmailAddress, account: AccountId}
                accounts: {file: accounts.csv, id: AccountId}
                asOf: 2026-02-30
                weights: {Recency: 101}
                """);
        refused(typed, 3, "spec.yaml:1:", "spec.yaml:2:", "spec.yaml:3:", "spec.yaml:5:", "spec.yaml:6:");
    }

    @Test
    void a_contacts_file_without_the_mapped_column() throws IOException {
        refused(
                enrich(SPEC.replace("email: EmailAddress", "email: Mail")),
                3,
                "contacts.csv",
                "Mail",
                "ContactId",
                "AccountId",
                "EmailAddress");
    }

    @Test
    void one_selected_person() throws IOException {
        refused(enrich(SPEC.replace(", sam@contoso.com", "")), 3, "at least 2", "selection");
    }

    @Test
    void two_thousand_five_hundred_and_one_selected_people() throws IOException {
        String many = IntStream.rangeClosed(1, 2_501)
                .mapToObj(i -> "person" + i + "@contoso.com")
                .collect(Collectors.joining(", "));
        refused(enrich(SPEC.replace("mira@contoso.com, sam@contoso.com", many)), 3, "2,501", "at most 2,500");
    }

    @Test
    void a_group_to_exclude_that_is_not_there() throws IOException {
        refused(enrich(SPEC + "options: {excludeGroup: board@contoso.com}\n"), 3, "excludeGroup", "GroupDetails_v0");
    }

    @Test
    void an_as_of_date_before_all_data() throws IOException {
        refused(enrich(SPEC.replace("2026-11-15", "2020-01-01")), 3, "2020-01-01", "2026-10-01", "--as-of");
    }

    @Test
    void an_enrichment_of_an_empty_home() throws IOException {
        Typed typed = Typed.on(folder.resolve("nothing"), "enrich", spec(SPEC).toString());
        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("rapport import");
        assertThat(folder.resolve("nothing").resolve("lake")).doesNotExist();
    }

    private Typed importing(String... names) {
        List<String> words = new java.util.ArrayList<>(List.of("import", "Message_v1"));
        Arrays.stream(names).forEach(name -> words.add(folder.resolve(name).toString()));
        return Typed.on(home, words.toArray(String[]::new));
    }

    private Typed enrich(String text) throws IOException {
        return Typed.on(home, "enrich", spec(text).toString());
    }

    private Path spec(String text) throws IOException {
        return Files.writeString(folder.resolve("spec.yaml"), text);
    }

    /** The words are answered with this exit code and these words, no stack trace, no address; nothing is lost or left. */
    private void refused(Typed typed, int code, String... words) {
        assertThat(typed.err())
                .contains(words)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("mira@");
        assertThat(typed.code()).isEqualTo(code);
        assertThat(Typed.on(home, "query", "select count(*) as n from Message_v1", "--format", "csv")
                        .out())
                .isEqualTo("n\n1\n");
        assertThat(Typed.on(home, "query", "select count(*) as n from Office", "--format", "csv")
                        .out())
                .isEqualTo("n\n3\n");
        assertThat(folder.resolve("home/lake/_staging"))
                .satisfiesAnyOf(
                        staging -> assertThat(staging).doesNotExist(),
                        staging -> assertThat(staging).isEmptyDirectory());
        assertThat(folder.resolve("home/output/Office").toFile().list()).hasSize(1);
    }
}
