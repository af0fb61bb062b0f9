package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void ends_the_work_that_reports_progress() {
        Interruption interruption = new Interruption(new Thread());
        StoppingProgress progress = new StoppingProgress(ProgressView.NONE, interruption);
        assertThatCode(() -> progress.report("Reading", 1, 2)).doesNotThrowAnyException();

        interruption.onStop(interruption::finished);
        interruption.stop();

        assertThatThrownBy(() -> progress.report("Reading", 2, 2))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        error -> assertThat(error.code()).isEqualTo(CliError.INTERRUPTED));
    }

    @Test
    void asks_again_until_the_work_has_unwound() {
        Interruption interruption = new Interruption(new Thread());
        AtomicInteger asked = new AtomicInteger();
        interruption.onStop(() -> {
            if (asked.incrementAndGet() == 3) {
                interruption.finished();
            }
        });

        interruption.stop();

        assertThat(asked).hasValue(3);
    }

    @Test
    void does_nothing_once_the_work_is_done() {
        Interruption interruption = new Interruption(new Thread());
        interruption.finished();

        interruption.stop();

        assertThat(interruption.isRequested()).isFalse();
    }
}
