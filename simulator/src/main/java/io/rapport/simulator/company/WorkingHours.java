package io.rapport.simulator.company;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When somebody works, in his or her own zone.
 *
 * @param days from Monday on
 * @param start on each of them
 * @param end on the same day
 */
public record WorkingHours(List<DayOfWeek> days, LocalTime start, LocalTime end) {

    public WorkingHours {
        days = List.copyOf(days);
        if (days.isEmpty() || !start.isBefore(end)) {
            throw new IllegalArgumentException("no working time: " + days + ", " + start + " to " + end);
        }
    }
}
