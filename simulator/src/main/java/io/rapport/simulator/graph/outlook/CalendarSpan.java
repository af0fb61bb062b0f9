package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.QueryOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The span of a calendar view.
 *
 * @param from its begin
 * @param to its end
 */
record CalendarSpan(Instant from, Instant to) {

    private static final Duration LONGEST = Duration.ofDays(1825);

    /** @throws GraphRefusal where one of the two is missing, or means nothing */
    static CalendarSpan of(QueryOptions options) {
        Instant from = time(options, "startDateTime");
        Instant to = time(options, "endDateTime");
        if (!from.isBefore(to)) {
            throw new GraphRefusal(
                    400, "ErrorInvalidParameter", "The specified start time is not earlier than the end time.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new GraphRefusal(
                    400,
                    "ErrorCalendarViewRangeTooBig",
                    "The requested time duration specified for FindItem is too long.");
        }
        return new CalendarSpan(from, to);
    }

    private static Instant time(QueryOptions options, String name) {
        String text = options.others().names().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(options.others()::text)
                .orElseThrow(
                        () -> new GraphRefusal(
                                400,
                                "ErrorInvalidParameter",
                                "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime."));
        try {
            // A plus that nobody encoded arrives as a blank.
            return parsed(text.replace(' ', '+'));
        } catch (DateTimeParseException | ArithmeticException noTime) {
            throw new GraphRefusal(
                    400, "ErrorInvalidParameter", "The value '" + text + "' of " + name + " is no time.");
        }
    }

    private static Instant parsed(String text) {
        if (text.length() == "2026-01-01".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean hasZone = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
        return hasZone
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
