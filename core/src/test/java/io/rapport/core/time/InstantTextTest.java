package io.rapport.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @ParameterizedTest
    @CsvSource({
        "2021-02-03T00:37:45Z, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37:45, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37:45.9999999Z, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37:45.0000000, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37:45.123456789012Z, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37:45.5+02:00, 2021-02-02T22:37:45Z",
        "2021-02-03T00:37:45-11:30, 2021-02-03T12:07:45Z",
        "2021-02-03T00:37:45+00:00, 2021-02-03T00:37:45Z",
        "2021-02-03 00:37:45, 2021-02-03T00:37:45Z",
        "2021-02-03 00:37:45.1234567+01:00, 2021-02-02T23:37:45Z",
        "2021-02-03t00:37:45z, 2021-02-03T00:37:45Z",
        "2021-02-03T00:37Z, 2021-02-03T00:37:00Z",
        "2021-02-03T00:37:45.Z, 2021-02-03T00:37:45Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "1990-01-01T00:00:00Z, 1990-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9Z, 9999-12-31T23:59:59Z"
    })
    void reads_every_form_that_exports_write(String text, Instant instant) {
        assertThat(InstantText.parse(text)).isEqualTo(instant);
        assertThat(InstantText.parse("  " + text + "\t")).isEqualTo(instant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "0001-01-01T00:00:00Z",
                "0001-01-01T00:00:00",
                "1601-01-01T00:00:00.0000000Z",
                "1706-05-04T10:00:00Z",
                "1980-01-01T00:00:00Z",
                "1989-12-31T23:59:59Z",
                "1990-01-01T00:30:00+01:00",
                "1969-12-31T00:00:00Z",
                "-0044-03-15T00:00:00Z"
            })
    void blank_and_a_time_before_1990_are_no_time(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2021-02-03",
                "00:37:45",
                "2021-02-30T00:00:00Z",
                "2021-13-01T00:00:00Z",
                "2021-00-01T00:00:00Z",
                "2021-01-00T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2021-02-03T24:00:00Z",
                "2021-02-03T00:60:00Z",
                "2016-12-31T23:59:60Z",
                "2021-02-03T00:37:45.12x4Z",
                "2021-02-03T00:37:45+25:00",
                "2021-02-03T00:37:45ZZ",
                "2021-02-03T00:37:45 Z",
                "2021-02-03T00:37:45Zurich",
                "2021/02/03T00:37:45Z",
                "2021-2-3T00:37:45Z",
                "２０２１-02-03T00:37:45Z",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "1612312665"
            })
    void what_is_no_time_is_an_error(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void the_short_way_reads_every_day_as_the_long_way_does() {
        Random random = new Random(1990);
        for (LocalDate day = LocalDate.of(1990, 1, 1); day.getYear() < 2105; day = day.plusDays(1)) {
            int second = random.nextInt(86_400);
            Instant expected = day.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC);
            assertThat(UsualInstant.isUsual(expected.toString())).isTrue();
            assertThat(InstantText.parse(expected.toString())).isEqualTo(expected);
        }
        for (int year = 1990; year < 10_000; year += 3) {
            Instant expected = LocalDate.of(year, 3, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            assertThat(InstantText.parse(expected.toString())).isEqualTo(expected);
        }
    }

    @Test
    void no_text_whatever_makes_it_throw_anything_else() {
        Random random = new Random(7);
        String whole = "2021-02-03T00:37:45.1234567+02:00";
        String marks = "0123456789-+:.TZ \u00e9/";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(whole.substring(0, random.nextInt(whole.length() + 1)));
            for (int i = random.nextInt(3); i > 0 && text.length() > 0; i--) {
                text.setCharAt(random.nextInt(text.length()), marks.charAt(random.nextInt(marks.length())));
            }
            try {
                Instant instant = InstantText.parse(text.toString());
                assertThat(instant == null || !instant.isBefore(InstantText.EARLIEST))
                        .as(text.toString())
                        .isTrue();
                EventTime.writtenDate(text.toString());
            } catch (DateTimeException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }
}
