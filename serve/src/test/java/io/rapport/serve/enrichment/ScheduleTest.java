package io.rapport.serve.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void a_daily_schedule_comes_at_each_of_its_times() {
        assertThat(times("daily 06:00 18:30", "2026-06-01T05:00:00Z", 3))
                .containsExactly("2026-06-01T17:30:00Z", "2026-06-02T05:00:00Z", "2026-06-02T17:30:00Z");
    }

    @Test
    void a_weekly_schedule_comes_on_its_day_alone() {
        assertThat(times("monday 6:00", "2026-11-21T12:00:00Z", 2))
                .containsExactly("2026-11-23T06:00:00Z", "2026-11-30T06:00:00Z");
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_as_much_later() {
        // On 29 March 2026 London's clocks go from 01:00 to 02:00.
        assertThat(times("daily 01:30", "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void a_time_that_comes_twice_counts_once() {
        // On 25 October 2026 London's clocks go from 02:00 back to 01:00.
        assertThat(times("daily 01:30", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void a_day_that_a_country_left_out_is_none() {
        // Samoa had no 30 December 2011: its clocks went from the 29th to the 31st.
        assertThat(Schedule.find("daily 06:00")
                        .orElseThrow()
                        .next(Instant.parse("2011-12-29T17:00:00Z"), ZoneId.of("Pacific/Apia")))
                .contains(Instant.parse("2011-12-30T16:00:00Z"));
    }

    @Test
    void never_has_no_next_time() {
        assertThat(Schedule.NEVER.next(Instant.EPOCH, LONDON)).isEmpty();
    }

    @Test
    void what_is_written_reads_as_the_same() {
        for (String text : List.of("never", "daily 06:00", "friday 00:00 06:15 12:30 23:59")) {
            assertThat(Schedule.find(text).orElseThrow().text()).isEqualTo(text);
        }
        assertThat(Schedule.find("Daily 18:00, 06:00; 6:00").orElseThrow().text())
                .isEqualTo("daily 06:00 18:00");
        assertThat(Schedule.find("monday 06:00 18:00").orElseThrow().words())
                .isEqualTo("every Monday at 06:00 and 18:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily",
                "06:00",
                "daily 25:00",
                "daily six",
                "someday 06:00",
                "daily 1:00 2:00 3:00 4:00 5:00",
                "never 06:00",
                "daily 06:00 monday"
            })
    void what_is_no_schedule_is_refused(String text) {
        assertThat(Schedule.find(text)).isEmpty();
    }

    private static List<String> times(String schedule, String after, int many) {
        List<String> times = new ArrayList<>();
        Instant at = Instant.parse(after);
        while (times.size() < many) {
            at = Schedule.find(schedule).orElseThrow().next(at, LONDON).orElseThrow();
            times.add(at.toString());
        }
        return times;
    }
}
