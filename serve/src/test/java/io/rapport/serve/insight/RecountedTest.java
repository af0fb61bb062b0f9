package io.rapport.serve.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.model.report.ReportError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A source that is a number, and a count that says what it saw. */
class RecountedTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<String> counted = new ArrayList<>();
    private Instant now = Instant.parse("2026-10-31T08:00:00Z");
    private int source = 1;
    private boolean isBroken;

    private final Recounted<String, Integer, String> answers = new Recounted<>(
            () -> source,
            (question, seen) -> {
                if (isBroken) {
                    throw new RapportException(ReportError.REPORT_RANGE, "no disk");
                }
                counted.add(question + seen);
                return question + seen;
            },
            (was, is) -> was <= is,
            Duration.ofMinutes(1),
            () -> now,
            later::add);

    @Test
    void what_has_not_changed_is_counted_once() {
        assertThat(ask("a")).isEqualTo("a1");
        now = now.plus(Duration.ofDays(3));
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("b")).isEqualTo("b1");

        assertThat(counted).containsExactly("a1", "b1");
        assertThat(later).isEmpty();
    }

    @Test
    void an_answer_of_a_moment_ago_is_given_while_it_is_counted_anew_once() {
        ask("a");
        source = 2;

        assertThat(ask("a")).isEqualTo("a1");
        assertThat(ask("a")).isEqualTo("a1");
        assertThat(later).hasSize(1);

        source = 3;
        later.remove().run();
        assertThat(ask("a")).isEqualTo("a3");
        assertThat(counted).containsExactly("a1", "a3");
        assertThat(later).isEmpty();
    }

    @Test
    void what_was_taken_away_is_in_no_answer() {
        ask("a");
        source = 0;

        assertThat(ask("a")).isEqualTo("a0");
        assertThat(later).isEmpty();
    }

    @Test
    void an_answer_of_long_ago_is_waited_for() {
        ask("a");
        source = 2;
        now = now.plus(Duration.ofSeconds(61));

        assertThat(ask("a")).isEqualTo("a2");
        assertThat(later).isEmpty();
    }

    @Test
    void what_could_not_be_counted_meanwhile_is_tried_again_and_then_said() {
        ask("a");
        source = 2;
        isBroken = true;
        ask("a");
        later.remove().run();

        assertThat(ask("a")).isEqualTo("a1");
        assertThat(later).hasSize(1);
        now = now.plus(Duration.ofSeconds(61));
        assertThatThrownBy(() -> ask("a")).hasMessage("no disk");
    }

    @Test
    void the_one_that_was_asked_for_longest_ago_is_forgotten_first() {
        for (int question = 0; question < 50; question++) {
            ask("q" + question + "-");
        }
        ask("q0-");
        ask("q50-");
        counted.clear();

        ask("q0-");
        ask("q1-");

        assertThat(counted).containsExactly("q1-1");
    }

    private String ask(String question) {
        return answers.find(question, source);
    }
}
