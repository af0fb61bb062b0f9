package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path exports;

    @Test
    void says_what_landed_and_that_a_file_is_known_the_second_time() {
        Path file = Exports.write(
                exports,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z"),
                Exports.message("m2", "2026-11-01T08:00:00Z"));

        Typed first = Typed.on(home, "import", "Message_v1", file.toString());
        Typed second = Typed.on(home, "import", "message_v1", exports.toString());

        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).startsWith("""
                        Message_v1: 1 file, 0 files already known
                          2 rows read: 2 added, 0 replaced, 0 unchanged, 0 rejected
                        """);
        assertThat(second.code()).isZero();
        assertThat(second.out()).isEqualTo("""
                        Message_v1: 1 file, 1 file already known
                          0 rows read: 0 added, 0 replaced, 0 unchanged, 0 rejected
                        """);
    }

    @Test
    void answers_in_json() {
        Path file = Exports.write(exports, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        Typed typed = Typed.on(home, "import", "Message_v1", file.toString(), "--json");

        assertThat(typed.out())
                .startsWith("{\"dataset\":\"Message_v1\",\"files\":1,\"filesKnown\":0,\"read\":1,\"added\":1,")
                .contains("\"rejects\":null");
    }

    @Test
    void an_unknown_dataset_is_wrong_use_and_all_are_named() {
        Typed typed = Typed.on(home, "import", "Mesage_v1", exports.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("rapport: There is no dataset \"Mesage_v1\". Did you mean Message_v1? Datasets: ")
                .contains("MailboxSettings_v0");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_missing_file_is_bad_data() {
        Typed typed = Typed.on(
                home, "import", "Message_v1", exports.resolve("none.json").toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).startsWith("rapport: ").contains("none.json").doesNotContain("\tat ");
    }

    @Test
    void rejected_rows_are_listed_in_a_file_by_place_and_reason_only() throws IOException {
        String[] lines = IntStream.range(0, 200)
                .mapToObj(i -> Exports.message("m" + i, "2026-10-01T08:00:00Z"))
                .toArray(String[]::new);
        lines[7] = lines[7].replace("\"isDraft\":false", "\"isDraft\":\"planted-value\"");
        Path file = Exports.write(exports, "mail.json", lines);

        Typed typed = Typed.on(home, "import", "Message_v1", file.toString());

        assertThat(typed.code()).isZero();
        Path rejects = only(home.resolve("rejects"));
        assertThat(typed.out()).contains("1 rejected").contains(rejects.toString());
        assertThat(Files.readString(rejects))
                .contains("\"dataset\":\"Message_v1\"")
                .contains("\"line\":8")
                .contains("isDraft")
                .doesNotContain("planted");
    }

    @Test
    void too_many_rejected_rows_are_bad_data_and_nothing_lands() throws IOException {
        Path file =
                Exports.write(exports, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"), "{\"isDraft\":7}");

        Typed typed = Typed.on(home, "import", "Message_v1", file.toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("Places and reasons of the rejected rows: " + only(home.resolve("rejects")));
        assertThat(Typed.on(home, "datasets", "Message_v1").out()).contains("nothing yet");
    }

    @Test
    void planted_subjects_and_names_are_in_no_byte_of_the_home() throws IOException {
        Path file = Exports.write(exports, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        Typed.on(home, "import", "Message_v1", file.toString());

        try (Stream<Path> files = Files.walk(home)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written)
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(
                                    new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContainIgnoringCase("planted"));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
