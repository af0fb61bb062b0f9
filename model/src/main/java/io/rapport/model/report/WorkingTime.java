package io.rapport.model.report;

import io.rapport.core.time.ZoneName;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the owner of a mailbox works, as far as its settings say so.
 *
 * @param zone the one in which the hours are written, else the mailbox's; null where neither is known
 * @param days a 1 or 0 for each day of the week from Monday; null where days or hours are not known
 * @param start second of the day, inclusive
 * @param end second of the day, exclusive; not after the start where work goes on past midnight
 */
record WorkingTime(@Nullable ZoneId zone, @Nullable String days, int start, int end) {

    /** Any of the texts may be missing, or mean nothing. */
    static WorkingTime of(
            @Nullable String mailboxZone,
            @Nullable String hoursZone,
            Set<String> days,
            @Nullable String start,
            @Nullable String end) {
        @Nullable ZoneId zone = zone(hoursZone).or(() -> zone(mailboxZone)).orElse(null);
        @Nullable LocalTime from = time(start);
        @Nullable LocalTime to = time(end);
        String week = Arrays.stream(DayOfWeek.values())
                .map(day -> days.contains(day.name().toLowerCase(Locale.ROOT)) ? "1" : "0")
                .reduce("", String::concat);
        if (from == null || to == null || !week.contains("1")) {
            return new WorkingTime(zone, null, 0, 0);
        }
        return new WorkingTime(zone, week, from.toSecondOfDay(), to.toSecondOfDay());
    }

    boolean isComplete() {
        return zone != null && days != null;
    }

    private static Optional<ZoneId> zone(@Nullable String name) {
        return name == null || name.isBlank() ? Optional.empty() : ZoneName.find(name);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        try {
            return text == null ? null : LocalTime.parse(text.strip());
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
