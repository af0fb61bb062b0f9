package io.rapport.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            2026-03-10T09:00:00.0000000, UTC,                       2026-03-10T09:00:00Z
            2026-03-10T09:00:00,         none,                      2026-03-10T09:00:00Z
            2026-03-10T09:00:00,         '',                        2026-03-10T09:00:00Z
            2026-03-10T09:00:00,         tzone://Microsoft/Utc,     2026-03-10T09:00:00Z
            2026-03-10T09:00:00,         Europe/Zurich,             2026-03-10T08:00:00Z
            2026-07-10T09:00:00,         W. Europe Standard Time,   2026-07-10T07:00:00Z
            2026-07-10T09:00:00,         w. europe standard time,   2026-07-10T07:00:00Z
            2026-03-10T09:00:00.9,       Pacific Standard Time,     2026-03-10T16:00:00Z
            2026-03-10T09:00:00,         Samoa Standard Time,       2026-03-09T20:00:00Z
            2026-03-10T09:00:00,         Nepal Standard Time,       2026-03-10T03:15:00Z
            2026-03-10T09:00:00Z,        Pacific Standard Time,     2026-03-10T09:00:00Z
            2026-03-10T09:00:00+05:30,   Pacific Standard Time,     2026-03-10T03:30:00Z
            2026-03-10T09:00:00-05:00,   No Such Zone,              2026-03-10T14:00:00Z
            """)
    void reads_wall_clock_times_in_zones_of_both_families(String dateTime, String zone, Instant instant) {
        assertThat(EventTime.instant(dateTime, zone)).isEqualTo(instant);
    }

    @Test
    void a_time_that_the_zone_skips_moves_forward_by_the_gap() {
        assertThat(EventTime.instant("2026-03-29T02:30:00", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void a_time_that_the_zone_has_twice_is_the_earlier_one() {
        assertThat(EventTime.instant("2026-10-25T02:30:00", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void no_time_and_an_unknown_zone_are_none() {
        assertThat(EventTime.instant(null, "UTC")).isNull();
        assertThat(EventTime.instant(" ", "UTC")).isNull();
        assertThat(EventTime.instant("0001-01-01T00:00:00Z", "UTC")).isNull();
        assertThat(EventTime.instant("2026-03-10T09:00:00", "Customized Time Zone"))
                .isNull();
    }

    @Test
    void what_is_no_time_is_an_error() {
        assertThatThrownBy(() -> EventTime.instant("noon", "UTC")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> EventTime.writtenDate("noon")).isInstanceOf(DateTimeException.class);
    }

    @Test
    void the_written_date_is_the_one_that_stands_there() {
        assertThat(EventTime.writtenDate(" 2026-03-10T23:00:00-11:00")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(EventTime.writtenDate("2026-03-10 00:00:00.0000000")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(EventTime.writtenDate("2026-03-10T23:00:00.0000000")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(EventTime.writtenDate("2024-02-29T23:59:59Z")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(EventTime.writtenDate("0001-01-01T00:00:00")).isNull();
        assertThat(EventTime.writtenDate(null)).isNull();
    }
}
