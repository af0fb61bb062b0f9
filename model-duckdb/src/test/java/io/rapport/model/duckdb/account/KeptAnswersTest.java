package io.rapport.model.duckdb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest {

    @TempDir
    Path folder;

    private KeptAnswers answers = new KeptAnswers(KeptAnswers.MOST_ROWS);
    private Path file = Path.of("");
    private int reads;

    @BeforeEach
    void write_a_file() throws IOException {
        file = Files.writeString(folder.resolve("accounts.parquet"), "first");
    }

    @Test
    void a_question_is_read_once() {
        assertThat(ask("select 1", "a")).isEqualTo("first");
        assertThat(ask("select 1", "a")).isEqualTo("first");
        assertThat(reads).isOne();

        ask("select 1", "b");
        ask("select 2", "a");
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void a_file_that_was_written_anew_is_read_anew() throws IOException {
        ask("select 1", "a");
        Files.writeString(file, "second");

        assertThat(ask("select 1", "a")).isEqualTo("second");
    }

    @Test
    void what_was_read_of_a_deleted_file_is_not_told() throws IOException {
        ask("select 1", "a");
        Files.delete(file);

        assertThatThrownBy(() -> ask("select 1", "a")).isInstanceOf(IllegalStateException.class);
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void whoever_measures_reading_is_given_nothing_that_was_kept() {
        answers = new KeptAnswers(0);
        ask("select 1", "a");
        ask("select 1", "a");

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void a_failure_is_not_kept() {
        assertThatThrownBy(() -> answers.to(file, "select 1", List.of(), () -> {
                    throw new IllegalStateException("busy");
                }))
                .hasMessage("busy");

        assertThat(answers.to(file, "select 1", List.of(), () -> List.of("there")))
                .containsExactly("there");
    }

    private String ask(String sql, String value) {
        return answers.to(file, sql, List.of(value), () -> {
                    reads++;
                    return List.of(read());
                })
                .get(0);
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
