package io.rapport.serve.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void the_highest_bar_is_full_and_nothing_is_a_dot() {
        assertThat(Sparkline.of(List.of(0L, 1L, 4L, 16L), 1)).isEqualTo("·▁▂█");
    }

    @Test
    void a_bar_gathers_values_from_the_newest_backwards() {
        assertThat(Sparkline.of(List.of(9L, 1L, 1L, 8L, 8L), 2)).isEqualTo("▅▁█");
    }

    @Test
    void of_nothing_there_is_a_row_of_dots() {
        assertThat(Sparkline.of(List.of(0L, 0L, 0L), 1)).isEqualTo("···");
        assertThat(Sparkline.of(List.of(), 4)).isEmpty();
    }
}
