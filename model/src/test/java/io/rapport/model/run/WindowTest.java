package io.rapport.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.run.Window.PeriodDay;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void is_a_year_that_ends_with_the_as_of_date() {
        assertThat(Window.upTo(LocalDate.of(2026, 10, 31)).start()).isEqualTo("2025-11-01");
        assertThat(Window.upTo(LocalDate.of(2024, 2, 29)).start()).isEqualTo("2023-03-01");
        assertThat(Window.upTo(LocalDate.of(2025, 2, 28)).start()).isEqualTo("2024-02-29");
    }

    @Test
    void a_day_belongs_to_the_year_its_month_and_its_week_from_monday() {
        assertThat(Window.upTo(LocalDate.of(2026, 10, 31)).periodDays())
                .filteredOn(day -> day.day().equals(LocalDate.of(2026, 10, 28)))
                .containsExactly(
                        new PeriodDay(
                                LocalDate.of(2026, 10, 28),
                                "year",
                                LocalDate.of(2025, 11, 1),
                                LocalDate.of(2026, 10, 31),
                                true),
                        new PeriodDay(
                                LocalDate.of(2026, 10, 28),
                                "month",
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 10, 31),
                                true),
                        new PeriodDay(
                                LocalDate.of(2026, 10, 28),
                                "week",
                                LocalDate.of(2026, 10, 26),
                                LocalDate.of(2026, 10, 31),
                                true));
    }

    @Test
    void a_period_that_begins_before_the_window_is_not_published() {
        assertThat(Window.upTo(LocalDate.of(2026, 10, 15)).periodDays())
                .filteredOn(day -> !day.isPublished())
                .allSatisfy(day -> assertThat(day.first()).isBefore("2025-10-16"))
                .extracting(PeriodDay::day)
                .contains(LocalDate.of(2025, 10, 16), LocalDate.of(2025, 10, 31))
                .doesNotContain(LocalDate.of(2025, 11, 3));
    }

    @Test
    void every_day_of_a_leap_year_is_there_three_times() {
        assertThat(Window.upTo(LocalDate.of(2024, 12, 31)).periodDays()).hasSize(3 * 366);
    }
}
