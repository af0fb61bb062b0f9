package io.rapport.connect.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header that says how long to wait: seconds, also with a fraction as Graph sends them, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private RetryAfter() {}

    /** Rounded up to the millisecond; empty where there is none that can be read. */
    static Optional<Duration> find(Answer answer, Instant now) {
        return answer.findHeader("retry-after").flatMap(text -> parse(text.strip(), now));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofMillis(new BigDecimal(text)
                    .movePointRight(3)
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact()));
        }
        try {
            Duration until = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
