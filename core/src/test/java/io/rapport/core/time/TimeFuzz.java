package io.rapport.core.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Fuzz target: times and zone names, as {@code time newline zone}. What is no time is a DateTimeException, nothing else. */
public final class TimeFuzz {

    private TimeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        String time = parts[0];
        @Nullable String zone = parts.length == 1 ? null : parts[1];
        ZoneName.find(zone);
        if (UsualInstant.isUsual(time)
                && UsualInstant.epochSecond(time)
                        != LocalDateTime.parse(time.substring(0, 19)).toEpochSecond(ZoneOffset.UTC)) {
            throw new AssertionError("the quick reading differs from the thorough one");
        }
        try {
            Instant instant = InstantText.parse(time);
            if (instant != null
                    && (instant.isBefore(InstantText.EARLIEST)
                            || !instant.equals(instant.truncatedTo(ChronoUnit.SECONDS))
                            || !instant.equals(InstantText.parse(instant.toString())))) {
                throw new AssertionError("no instant of ours: " + instant);
            }
        } catch (DateTimeException notATime) {
            // The one that callers know.
        }
        try {
            EventTime.instant(time, zone);
            EventTime.writtenDate(time);
        } catch (DateTimeException notATime) {
            // As above.
        }
    }
}
