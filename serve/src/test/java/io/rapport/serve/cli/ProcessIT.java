package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a process of its own. */
class ProcessIT {

    private static final Path JAR = Path.of("target", "rapport.jar").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void starts_from_its_jar_and_finds_its_libraries() throws Exception {
        Finished finished = run("datasets", "--home", "home");

        assertThat(finished.code()).isZero();
        assertThat(finished.out()).contains("Message_v1");
        assertThat(finished.err()).startsWith("Nothing has landed in ");
    }

    @Test
    void exits_with_2_and_one_line_for_wrong_words() throws Exception {
        Finished finished = run("datsets");

        assertThat(finished.code()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err().lines()).hasSize(1);
    }

    @Test
    void a_server_that_is_checked_answers_itself_and_ends() throws Exception {
        Finished finished = run("serve", "--check", "--port", "0", "--home", "served");

        assertThat(finished.err()).isEmpty();
        assertThat(finished.out()).isEqualToNormalizingNewlines("It starts, and it answers.\n");
        assertThat(finished.code()).isZero();
    }

    @Test
    void imports_and_answers() throws Exception {
        Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        assertThat(run("import", "Message_v1", "mail.json", "--home", "home").out())
                .contains("1 added");
        assertThat(run("query", "select count(*) as n from Message_v1", "--home", "home", "--format", "csv"))
                .isEqualTo(new Finished(0, "n\n1\n", ""));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrl_c_ends_with_130_and_leaves_the_home_usable() throws Exception {
        assumeFalse(
                Finished.isInterruptIgnored(),
                "what runs in the background of a shell ignores Ctrl-C, and all that it starts");
        Exports.write(folder, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));
        run("import", "Message_v1", "mail.json", "--home", "home");
        Process query = Finished.prepare(
                        folder,
                        Map.of(),
                        words(
                                "query",
                                "select count(*) from range(100000000000000)",
                                "--home",
                                "home",
                                "--timeout",
                                "10m"))
                .start();
        awaitEngine(query);

        new ProcessBuilder("kill", "-INT", Long.toString(query.pid())).start().waitFor();
        Finished finished = Finished.await(query, folder);

        assertThat(finished.code()).isEqualTo(130);
        assertThat(finished.err()).isEqualTo("rapport: Interrupted. What was not finished left nothing behind.\n");
        assertThat(run("datasets", "Message_v1", "--home", "home").out()).contains("1 row in 1 file");
    }

    /** The engine is up once its spill folder is there. */
    private void awaitEngine(Process process) throws IOException {
        Path temporary = folder.resolve("home").resolve("tmp");
        boolean isUp = false;
        while (!isUp && process.isAlive()) {
            try (var files = Files.list(temporary)) {
                isUp = files.anyMatch(file -> file.getFileName().toString().startsWith("spill-"));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private Finished run(String... words) throws IOException, InterruptedException {
        return Finished.run(folder, Map.of(), words(words));
    }

    private static List<String> words(String... words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
