package io.rapport.simulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private final TimeText times = new TimeText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "1970-01-01T00:00:00Z",
                "2024-02-29T12:34:56Z",
                "2026-10-31T00:00:01Z",
                "2026-10-31T23:59:59Z"
            })
    void writes_what_an_instant_writes(String text) {
        long second = Instant.parse(text).getEpochSecond();

        assertThat(new String(times.of(second - 86_400)))
                .isEqualTo(Instant.ofEpochSecond(second - 86_400).toString());
        assertThat(new String(times.of(second))).isEqualTo(text);
    }
}
