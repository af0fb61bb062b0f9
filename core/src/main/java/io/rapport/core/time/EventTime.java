package io.rapport.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Start and end of a calendar event: a wall-clock time and the name of its zone, as calendars write them. */
public final class EventTime {

    private EventTime() {}

    /**
     * The instant, cut to the second, or null where there is no time, or a zone that nobody knows. An offset within the
     * time wins over the zone; a wall-clock time that the zone skips moves forward by the gap.
     *
     * @throws DateTimeException where the text is no time at all
     */
    public static @Nullable Instant instant(@Nullable String dateTime, @Nullable String timeZone) {
        Instant asUtc = InstantText.parse(dateTime);
        if (asUtc == null || dateTime == null || hasOffset(dateTime)) {
            return asUtc;
        }
        ZoneId zone = ZoneName.find(timeZone).orElse(null);
        if (zone == null) {
            return null;
        }
        if (zone.equals(ZoneOffset.UTC)) {
            return asUtc;
        }
        return LocalDateTime.ofEpochSecond(asUtc.getEpochSecond(), 0, ZoneOffset.UTC)
                .atZone(zone)
                .toInstant();
    }

    /** The date that is written in the time, whatever the zone: the date of an all-day event. */
    public static @Nullable LocalDate writtenDate(@Nullable String dateTime) {
        Instant instant = InstantText.parse(dateTime);
        if (instant == null || dateTime == null) {
            return null;
        }
        String text = dateTime.strip();
        return UsualInstant.isUsual(text)
                ? LocalDate.ofInstant(instant, ZoneOffset.UTC)
                : LocalDate.parse(text.substring(0, 10));
    }

    private static boolean hasOffset(String dateTime) {
        String time = dateTime.strip();
        for (int i = 11; i < time.length(); i++) {
            if ("Zz+-".indexOf(time.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
