package io.rapport.serve.enrichment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When an enrichment runs by itself: never, or at up to four times of each day, or of one day of the week. Times are local
 * ones of the enrichment's zone; where a clock change leaves one out, it is as much later, and where one comes twice, the
 * first counts.
 *
 * @param weekday null for every day
 * @param times in order, each once; none for never
 */
public record Schedule(@Nullable DayOfWeek weekday, List<LocalTime> times) {

    public static final int MOST_TIMES = 4;
    public static final Schedule NEVER = new Schedule(null, List.of());
    private static final int DAYS_AHEAD = 8;

    public Schedule {
        times = times.stream().sorted().distinct().toList();
        if (times.size() > MOST_TIMES) {
            throw new IllegalArgumentException(times.size() + " times a day; " + MOST_TIMES + " at most");
        }
        if (times.isEmpty() && weekday != null) {
            throw new IllegalArgumentException("a day without a time");
        }
    }

    /**
     * Reads what {@link #text} wrote, or a person: {@code never}, {@code daily 06:00 18:30}, {@code monday 06:00}. Empty
     * where it is none of these.
     */
    public static Optional<Schedule> find(String text) {
        List<String> words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.equals(List.of("never"))) {
            return Optional.of(NEVER);
        }
        if (words.size() < 2) {
            return Optional.empty();
        }
        @Nullable
        DayOfWeek weekday = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(words.get(0)))
                .findFirst()
                .orElse(null);
        if (weekday == null && !words.get(0).equals("daily")) {
            return Optional.empty();
        }
        List<LocalTime> times = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            try {
                times.add(LocalTime.parse(word.length() == 4 ? "0" + word : word));
            } catch (DateTimeParseException notATime) {
                return Optional.empty();
            }
        }
        return times.stream().distinct().count() > MOST_TIMES
                ? Optional.empty()
                : Optional.of(new Schedule(weekday, times));
    }

    /** As it is stored. */
    public String text() {
        if (times.isEmpty()) {
            return "never";
        }
        return (weekday == null ? "daily" : weekday.name().toLowerCase(Locale.ROOT)) + " "
                + times.stream().map(LocalTime::toString).collect(Collectors.joining(" "));
    }

    /** As people read it. */
    public String words() {
        if (times.isEmpty()) {
            return "only when somebody runs it";
        }
        List<String> at = times.stream().map(LocalTime::toString).toList();
        String last = at.get(at.size() - 1);
        return (weekday == null ? "every day" : "every " + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                + " at "
                + (at.size() == 1 ? last : String.join(", ", at.subList(0, at.size() - 1)) + " and " + last);
    }

    /** The first time after an instant; empty for never. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(after, zone).minusDays(1);
        return first.datesUntil(first.plusDays(DAYS_AHEAD + 2L))
                .filter(day -> weekday == null || day.getDayOfWeek() == weekday)
                .flatMap(day -> times.stream()
                        .map(time -> ZonedDateTime.of(day, time, zone)
                                .withEarlierOffsetAtOverlap()
                                .toInstant()))
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo);
    }
}
