package io.rapport.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesReportTest {

    private static final String JOB = "/jobs/0f0e0d0c-0000-4000-8000-0000000c0de0";

    @Test
    void a_line_has_the_percentiles_of_both_times_and_says_what_failed() {
        Latencies quiet = new Latencies();
        for (long i = 1; i <= 200; i++) {
            quiet.add(i * 1_000_000);
        }
        Latencies busy = new Latencies();
        busy.add(2_500_000);
        busy.fail("status 503");

        String report = new PagesReport(new PagesRun(
                        5.44, 254_000_000, 50, 1, 0.0123, Map.of("/", rounds(quiet)), Map.of("/", rounds(busy))))
                .markdown();

        assertThat(report)
                .contains("| seconds from the start to the first page | 5.4 |")
                .contains("| megabytes that it holds idle | 254 |")
                .contains("others' machines took in a round | 1.2 % |")
                .contains("| `/` | 100.0 | **198.0** | 200 | 2.5 | **2.5** | 3 | 201, 1 failed: status 503 |");
    }

    @Test
    void a_page_that_was_not_asked_for_during_a_sync_has_no_figures_of_it() {
        Latencies quiet = new Latencies();
        quiet.add(1_000_000);

        String report = new PagesReport(new PagesRun(1, -1, 50, 1, 0, Map.of(JOB, rounds(quiet)), Map.of())).markdown();

        assertThat(report)
                .contains("| `/jobs/…` | 1.0 | **1.0** | 1 | – | – | – | 1 |")
                .contains("idle | unknown");
    }

    @Test
    void the_middle_round_counts_and_the_longest_answer_of_all_is_said() {
        String report = new PagesReport(
                        new PagesRun(1, -1, 50, 3, 0, Map.of("/", rounds(one(20), one(700), one(30))), Map.of()))
                .markdown();

        assertThat(report).contains("| rounds | 3 |").contains("| `/` | 30.0 | **30.0** | 700 | – | – | – | 3 |");
    }

    private static Latencies one(long millis) {
        Latencies one = new Latencies();
        one.add(millis * 1_000_000);
        return one;
    }

    private static PageRounds rounds(Latencies... each) {
        PageRounds rounds = new PageRounds();
        for (Latencies one : each) {
            rounds.add(one);
        }
        return rounds;
    }
}
