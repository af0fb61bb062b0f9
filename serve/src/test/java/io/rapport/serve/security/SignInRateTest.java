package io.rapport.serve.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SignInRateTest {

    private static final String OFFICE = "192.0.2.7";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-15T08:00:00Z"));
    private final SignInRate rate = new SignInRate(now::get);

    @Test
    void attempts_in_vain_are_refused_after_thirty_until_the_first_is_five_minutes_old() {
        for (int i = 0; i < SignInRate.MOST; i++) {
            assertThat(rate.isAllowed(OFFICE)).isTrue();
        }
        assertThat(rate.isAllowed(OFFICE)).isFalse();
        assertThat(rate.isAllowed("192.0.2.8")).isTrue();

        advance(SignInRate.WINDOW);
        assertThat(rate.isAllowed(OFFICE)).isFalse();
        advance(Duration.ofMillis(1));
        assertThat(rate.isAllowed(OFFICE)).isTrue();
    }

    @Test
    void an_office_behind_one_address_comes_in_however_many_they_are() {
        for (int person = 0; person < 200; person++) {
            assertThat(rate.isAllowed(OFFICE)).as("to the provider").isTrue();
            assertThat(rate.isAllowed(OFFICE)).as("and back").isTrue();
            rate.cameIn(OFFICE);
        }
    }

    @Test
    void who_comes_in_takes_only_the_own_attempts_along() {
        for (int i = 0; i < SignInRate.MOST; i++) {
            rate.isAllowed(OFFICE);
        }
        rate.cameIn(OFFICE);

        assertThat(rate.isAllowed(OFFICE)).isTrue();
        assertThat(rate.isAllowed(OFFICE)).isTrue();
        assertThat(rate.isAllowed(OFFICE)).isFalse();
    }

    private void advance(Duration more) {
        now.updateAndGet(instant -> instant.plus(more));
    }
}
