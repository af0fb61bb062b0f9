package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Typed.NOON;
    private final ProgressLines lines =
            new ProgressLines(new PrintStream(err, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void short_work_prints_nothing() {
        lines.report("Reading", 1, 10);
        now = now.plusMillis(1999);
        lines.report("Reading", 10, 10);

        assertThat(printed()).isEmpty();
    }

    @Test
    void long_work_prints_a_line_every_two_seconds_at_most() {
        for (int half = 0; half < 10; half++) {
            now = now.plusMillis(500);
            lines.report("Reading", half * 1000L, 10_000);
        }

        assertThat(printed()).isEqualTo("Reading: 3,000 of 10,000 (30 %)\nReading: 7,000 of 10,000 (70 %)\n");
    }

    @Test
    void an_unknown_end_is_left_out() {
        now = now.plusSeconds(3);
        lines.report("Counting", 1234, -1);

        assertThat(printed()).isEqualTo("Counting: 1,234\n");
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
