package io.rapport.serve.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountStandingTest {

    @Test
    void lively_for_months_and_silent_for_four_weeks_is_going_quiet() {
        assertThat(standing(8, 22, 0, 4).isGoingQuiet()).isTrue();
        assertThat(standing(8, 22, 2, 4).isGoingQuiet()).isTrue();
        assertThat(standing(8, 22, 3, 4).isGoingQuiet()).isFalse();
        assertThat(standing(8, 24, 0, 2).isGoingQuiet()).isFalse();
    }

    @Test
    void five_weeks_are_not_enough_to_have_been_lively() {
        assertThat(standing(8, 6, 0, 4).isGoingQuiet()).isTrue();
        assertThat(standing(8, 5, 0, 4).isGoingQuiet()).isFalse();
        assertThat(standing(0, 5, 0, 4).isGoingQuiet()).isFalse();
    }

    @Test
    void who_wrote_again_this_week_is_not_silent() {
        assertThat(silent(6L).isSilentThisWeek()).isFalse();
        assertThat(silent(7L).isSilentThisWeek()).isTrue();
        assertThat(silent(null).isSilentThisWeek()).isTrue();
    }

    @Test
    void the_usual_week_is_the_median_of_the_active_ones() {
        assertThat(standing(8, 22, 0, 4).usualWeek()).isEqualTo(8);
        assertThat(standing(8, 3, 3, 3).usualWeek()).isEqualTo(5.5);
        assertThat(standing(0, 1, 0, 4).usualWeek()).isZero();
    }

    private static AccountStanding standing(int before, int weeksBefore, int lately, int weeksLately) {
        List<Integer> weeks = new ArrayList<>(Collections.nCopies(52 - weeksBefore - weeksLately, 0));
        weeks.addAll(Collections.nCopies(weeksBefore, before));
        weeks.addAll(Collections.nCopies(weeksLately, lately));
        return new AccountStanding("a", "A", 1, 1, 1, 1, 1, 1, 1L, weeks);
    }

    private static AccountStanding silent(@Nullable Long days) {
        return new AccountStanding("a", "A", 1, 1, 1, 1, 1, 1, days, Collections.nCopies(52, 0));
    }
}
