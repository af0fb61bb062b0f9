package io.rapport.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An instant as exports write it: {@code 2021-02-03T00:37:45Z}, with up to nine digits of a second's fraction, with an
 * offset or without one (then UTC), with a blank in place of the {@code T}. Cut to the whole second. A time before
 * 1990-01-01 is no time: exports write {@code 0001-01-01} for "none".
 */
public final class InstantText {

    /** The first instant that counts as one, inclusive. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private InstantText() {}

    /**
     * The instant, or null where the text is null, blank, or a time before {@link #EARLIEST}.
     *
     * @throws DateTimeException where the text is no time at all, or one after the year 9999
     */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        Instant instant = UsualInstant.isUsual(stripped)
                ? Instant.ofEpochSecond(UsualInstant.epochSecond(stripped))
                : read(stripped).truncatedTo(ChronoUnit.SECONDS);
        if (instant.isAfter(LATEST)) {
            throw new DateTimeException("after the year 9999");
        }
        return instant.isBefore(EARLIEST) ? null : instant;
    }

    private static Instant read(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        int zone = zoneStart(iso);
        if (zone < 0) {
            return LocalDateTime.parse(cutFraction(iso)).toInstant(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(cutFraction(iso.substring(0, zone)) + iso.substring(zone))
                .toInstant();
    }

    /** Where the offset begins, or -1; the date's own hyphens stand before index 10. */
    private static int zoneStart(String iso) {
        for (int i = Math.min(11, iso.length()); i < iso.length(); i++) {
            char c = iso.charAt(i);
            if (c == 'Z' || c == 'z' || c == '+' || c == '-') {
                return i;
            }
        }
        return -1;
    }

    /** Fractions of any length: java.time reads nine digits at most, and the fraction is cut anyway. */
    private static String cutFraction(String local) {
        int point = local.indexOf('.', 11);
        if (point < 0) {
            return local;
        }
        for (int i = point + 1; i < local.length(); i++) {
            if (local.charAt(i) < '0' || local.charAt(i) > '9') {
                return local;
            }
        }
        return local.substring(0, point);
    }
}
