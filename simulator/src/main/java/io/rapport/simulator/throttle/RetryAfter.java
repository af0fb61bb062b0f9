package io.rapport.simulator.throttle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** How the header {@code Retry-After} is written; Microsoft 365 does both. */
public enum RetryAfter {
    /** Whole seconds, rounded up: {@code 3}. */
    WHOLE,
    /** Seconds with their fraction: {@code 2.128}. */
    FRACTIONAL,
    /** Not at all. */
    ABSENT;

    /** @return empty for {@link #ABSENT} */
    public String text(Duration wait) {
        BigDecimal seconds = BigDecimal.valueOf(Math.max(1, wait.toMillis()), 3);
        return switch (this) {
            case WHOLE -> seconds.setScale(0, RoundingMode.CEILING).toPlainString();
            case FRACTIONAL -> seconds.toPlainString();
            case ABSENT -> "";
        };
    }
}
