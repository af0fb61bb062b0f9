package io.rapport.simulator.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final Throttle throttle = new Throttle(() -> now, ThrottleLimits.documented(2_500));

    @Test
    void ten_thousand_requests_to_a_mailbox_take_ten_minutes() {
        for (int i = 0; i < 10_000; i++) {
            now = now.plusMillis(10);
            throttle.enterMailbox("app", "mailbox").close();
        }

        Throttled refused = refused(() -> throttle.enterMailbox("app", "mailbox"));
        assertThat(refused.limit()).isEqualTo(Limit.MAILBOX_REQUESTS);
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
        throttle.enterMailbox("app", "another").close();
        throttle.enterMailbox("other", "mailbox").close();

        now = now.plus(refused.retryAfter());
        throttle.enterMailbox("app", "mailbox").close();
    }

    @Test
    void four_requests_at_a_time_are_let_through() {
        Throttle.Ticket first = throttle.enterMailbox("app", "mailbox");
        for (int i = 0; i < 3; i++) {
            throttle.enterMailbox("app", "mailbox");
        }

        assertThat(refused(() -> throttle.enterMailbox("app", "mailbox")).limit())
                .isEqualTo(Limit.MAILBOX_CONCURRENCY);
        first.close();
        throttle.enterMailbox("app", "mailbox");
    }

    @Test
    void a_large_tenant_spends_eight_thousand_units_in_ten_seconds() {
        assertThat(throttle.spendDirectory("app", 6_400)).isEqualTo(0.8);
        assertThat(throttle.spendDirectory("app", 1_600)).isEqualTo(1);

        Throttled refused = refused(() -> throttle.spendDirectory("app", 1));
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        now = now.plusSeconds(10);
        assertThat(throttle.spendDirectory("app", 8)).isEqualTo(0.001);
    }

    @Test
    void a_factor_scales_all_but_the_concurrency() {
        assertThat(ThrottleLimits.documented(40).times(0.01)).isEqualTo(new ThrottleLimits(4, 100, 35, 1_300));
    }

    @Test
    void waits_are_written_whole_or_with_their_fraction() {
        Duration wait = Duration.ofMillis(2_128);

        assertThat(RetryAfter.WHOLE.text(wait)).isEqualTo("3");
        assertThat(RetryAfter.FRACTIONAL.text(wait)).isEqualTo("2.128");
        assertThat(RetryAfter.ABSENT.text(wait)).isEmpty();
    }

    private static Throttled refused(Runnable request) {
        return catchThrowableOfType(Throttled.class, request::run);
    }
}
