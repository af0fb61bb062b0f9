package io.rapport.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuietRoundsTest {

    private final Deque<ProcessorTime> times = new ArrayDeque<>();
    private final List<Integer> attempts = new ArrayList<>();

    @Test
    void a_round_of_which_little_was_stolen_counts_at_once() throws Exception {
        stolen(1);
        QuietRounds rounds = new QuietRounds(0.02, 3, times::remove);

        assertThat(rounds.take(this::round)).containsOnlyKeys("1");
        assertThat(attempts).containsExactly(1);
        assertThat(rounds.worst()).isCloseTo(0.01, within(1e-9));
    }

    @Test
    void others_are_taken_again_and_the_quietest_counts() throws Exception {
        stolen(30, 5, 9);
        QuietRounds rounds = new QuietRounds(0.02, 3, times::remove);

        assertThat(rounds.take(this::round)).containsOnlyKeys("2");
        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(rounds.worst()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void the_worst_of_all_rounds_is_said() throws Exception {
        stolen(2, 40, 1);
        QuietRounds rounds = new QuietRounds(0.02, 3, times::remove);

        assertThat(rounds.take(this::round)).containsOnlyKeys("1");
        assertThat(rounds.take(this::round)).containsOnlyKeys("2");
        assertThat(rounds.worst()).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void the_system_s_line_is_read_and_another_one_says_nothing() {
        ProcessorTime before = ProcessorTime.read("cpu  10 20 30 40 0 0 0 5 7 7");
        ProcessorTime after = ProcessorTime.read("cpu  50 20 30 80 0 0 0 25 90 90");

        assertThat(after).isEqualTo(new ProcessorTime(205, 25));
        assertThat(after.stolenSince(before)).isEqualTo(0.2);
        assertThat(ProcessorTime.read("intr 1")).isEqualTo(new ProcessorTime(0, 0));
        assertThat(before.stolenSince(before)).isZero();
    }

    /** Percents of the rounds to come. */
    private void stolen(int... percents) {
        for (int percent : percents) {
            times.add(new ProcessorTime(1_000, 10));
            times.add(new ProcessorTime(1_100, 10 + percent));
        }
    }

    private Map<String, Latencies> round(int attempt) {
        attempts.add(attempt);
        return Map.of("" + attempt, new Latencies());
    }
}
