package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with its state on a server. */
class StateUrlIT {

    private static final Path JAR = Path.of("target", "rapport.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void imports_and_answers_by_option_and_by_variable() throws Exception {
        Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        String url = PostgresServer.url(PostgresServer.schema(folder));

        assertThat(run(Map.of(), "import", "Message_v1", "mail.json", "--state-url", url)
                        .out())
                .contains("1 added");
        assertThat(run(Map.of("RAPPORT_STATE_URL", url), "import", "Message_v1", "mail.json")
                        .out())
                .contains("1 file already known");
        assertThat(run(
                        Map.of("RAPPORT_STATE_URL", url),
                        "query",
                        "select count(*) as n from Message_v1",
                        "--format",
                        "csv"))
                .isEqualTo(new Finished(0, "n\n1\n", ""));
        assertThat(folder.resolve("home").resolve("rapport.db")).doesNotExist();

        Finished forgotten = run(Map.of(), "datasets");
        assertThat(forgotten.code()).isEqualTo(3);
        assertThat(forgotten.err()).contains("has no rapport.db").contains("--state-url");
    }

    @Test
    void a_refused_login_is_one_line_and_an_entry_in_the_log_without_user_and_password() throws Exception {
        Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        Finished finished = run(
                Map.of("RAPPORT_STATE_PASSWORD", "secret-word"),
                "import",
                "Message_v1",
                "mail.json",
                "--state-url=" + PostgresServer.server() + "/postgres?user=secret_ann");

        assertOneLine(finished, "refused the login");
        assertThat(Files.readString(folder.resolve("home").resolve("logs").resolve("rapport.log")))
                .contains("STATE_LOGIN_REFUSED")
                .doesNotContain("secret");
    }

    @Test
    void a_server_that_is_not_there_is_one_line() throws Exception {
        Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        assertOneLine(
                run(
                        Map.of(),
                        "import",
                        "Message_v1",
                        "mail.json",
                        "--state-url=jdbc:postgresql://127.0.0.1:1/rapport?user=secret_ann&password=secret"),
                "rapport on 127.0.0.1:1 can't be reached");
    }

    private static void assertOneLine(Finished finished, String said) {
        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.err()).contains(said).doesNotContain("secret");
        assertThat(finished.err().lines()).hasSize(1);
    }

    private Finished run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", "home"));
        return Finished.run(folder, environment, command);
    }
}
