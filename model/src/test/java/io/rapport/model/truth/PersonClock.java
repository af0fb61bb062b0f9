package io.rapport.model.truth;

import io.rapport.core.time.ZoneName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person's own zone and working time; what the settings do not say is as usual. */
final class PersonClock {

    final boolean isKnown;
    private final ZoneId zone;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final LocalTime start;
    private final LocalTime end;

    /** @param settings the mailbox's row; null for none */
    PersonClock(@Nullable Map<String, @Nullable Object> settings, ZoneId usual) {
        @Nullable Object hours = Json.at(settings, "workingHours");
        @Nullable ZoneId named = zone(Json.text(hours, "timeZone", "name"));
        if (named == null) {
            named = zone(Json.text(settings, "timeZone"));
        }
        zone = named == null ? usual : named;
        for (Object day : Json.list(hours, "daysOfWeek")) {
            for (DayOfWeek one : DayOfWeek.values()) {
                if (Json.isWord(one.name(), Map.of("day", day), "day")) {
                    days.add(one);
                }
            }
        }
        @Nullable LocalTime from = time(Json.text(hours, "startTime"));
        @Nullable LocalTime to = time(Json.text(hours, "endTime"));
        boolean hasHours = from != null && to != null && !days.isEmpty();
        if (!hasHours) {
            days.clear();
            days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        start = hasHours && from != null ? from : LocalTime.of(9, 0);
        end = hasHours && to != null ? to : LocalTime.of(17, 0);
        isKnown = hasHours && named != null;
    }

    LocalDate week(Instant instant) {
        return instant.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    boolean isAtWork(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek day = local.getDayOfWeek();
        if (start.isBefore(end)) {
            return days.contains(day) && !time.isBefore(start) && time.isBefore(end);
        }
        boolean isBeforeMidnight = days.contains(day) && !time.isBefore(start);
        boolean isAfterMidnight = days.contains(day.minus(1)) && time.isBefore(end);
        return isBeforeMidnight || isAfterMidnight;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        return name == null ? null : ZoneName.find(name).orElse(null);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null ? null : LocalTime.parse(text.toLowerCase(Locale.ROOT));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
