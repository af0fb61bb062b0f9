package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.HomeError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintTest {

    private static final String SECRET = "could not convert 'mira@contoso.com'";

    @TempDir
    Path home;

    private final RapportCommand options = new RapportCommand();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void set_the_home() {
        options.home = home;
    }

    @Test
    void a_known_error_is_one_sentence_and_its_stack_goes_to_the_log() throws IOException {
        int code = complaint().about(known());

        assertThat(code).isEqualTo(1);
        assertThat(printed()).isEqualTo("rapport: The disk is full.\n");
        assertThat(log())
                .startsWith("2026-11-20T12:00:00Z import\n")
                .contains("HOME_NOT_WRITABLE: The disk is full.")
                .contains("caused by: java.lang.IllegalStateException\n")
                .contains("at io.rapport.serve.cli.ComplaintTest")
                .doesNotContain("mira");
    }

    @Test
    void an_unexpected_error_says_where_the_log_is_and_nothing_of_its_text() throws IOException {
        int code = complaint().about(new IllegalArgumentException(SECRET));

        assertThat(code).isEqualTo(1);
        assertThat(printed())
                .isEqualTo("rapport: Something in Rapport itself failed, not your data. Where it arose: "
                        + home.resolve("logs").resolve("rapport.log") + "\n");
        assertThat(log()).contains("java.lang.IllegalArgumentException\n").doesNotContain("mira");
    }

    @Test
    void verbose_shows_types_and_frames_but_nobody_elses_text() {
        options.verbose = true;
        complaint().about(known());

        assertThat(printed())
                .contains("at io.rapport.serve.cli.ComplaintTest")
                .contains("IllegalStateException")
                .doesNotContain("mira");
    }

    @Test
    void wrong_use_is_not_logged() {
        complaint().about(new RapportException(CliError.UNKNOWN_DATASET, "There is no such dataset."));

        assertThat(home.resolve("logs")).doesNotExist();
    }

    @Test
    void a_full_heap_says_how_to_give_more() {
        complaint().about(new OutOfMemoryError());

        assertThat(printed()).contains("Java's heap of ").contains("RAPPORT_JAVA_OPTIONS");
    }

    @Test
    void a_log_that_cannot_be_written_does_not_hide_the_error() throws IOException {
        Files.writeString(home.resolve("logs"), "a file where the folder should be");

        complaint().about(new IllegalArgumentException(SECRET));

        assertThat(printed()).contains("can't be written; --verbose shows where it arose");
    }

    @Test
    void a_cause_that_goes_in_circles_is_printed_once() {
        IllegalStateException one = new IllegalStateException();
        IllegalStateException other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(ErrorLog.stack(one)).containsOnlyOnce("caused by:");
    }

    private static RapportException known() {
        return new RapportException(
                HomeError.HOME_NOT_WRITABLE, "The disk is full.", new IllegalStateException(SECRET));
    }

    private Complaint complaint() {
        Surroundings surroundings = new Surroundings(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                Surroundings.Terminal.NONE,
                () -> Typed.NOON,
                () -> 16_000_000_000L);
        return new Complaint(options, surroundings, List.of("import", "Message_v1", "secret-folder"), Set.of("import"));
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String log() throws IOException {
        String log = Files.readString(home.resolve("logs").resolve("rapport.log"));
        assertThat(log).doesNotContain("secret-folder");
        return log;
    }
}
