package io.rapport.simulator.graph.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mailbox.Calendar;
import io.rapport.simulator.meeting.Meetings;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class CalendarViewsTest {

    private static final Meetings MEETINGS =
            new Meetings(Company.found(new CompanyPlan(7, 30, 20, YearMonth.of(2025, 9))));
    private static final CalendarSpan SPAN =
            new CalendarSpan(Instant.parse("2025-10-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"));
    private static final Instant NOW = Instant.parse("2025-11-20T12:00:00Z");

    @Test
    void a_view_is_made_once_and_is_what_the_calendar_holds() {
        CalendarViews views = new CalendarViews(MEETINGS, 10_000);
        var first = views.of(person(0), SPAN, NOW);

        assertThat(first)
                .isNotEmpty()
                .isEqualTo(Calendar.open(MEETINGS, person(0)).events(SPAN.from(), SPAN.to(), NOW));
        assertThat(views.of(person(0), SPAN, NOW)).isSameAs(first);
        assertThat(views.of(person(0), SPAN, NOW.plusSeconds(1))).isNotSameAs(first);
        assertThat(views.of(person(1), SPAN, NOW)).isNotEqualTo(first);
    }

    @Test
    void what_was_asked_longest_ago_makes_room() {
        CalendarViews views = new CalendarViews(MEETINGS, size(0) + size(1) + size(2) - 1);
        var kept = views.of(person(0), SPAN, NOW);
        views.of(person(1), SPAN, NOW);
        assertThat(views.of(person(0), SPAN, NOW)).isSameAs(kept);

        views.of(person(2), SPAN, NOW);

        assertThat(views.of(person(0), SPAN, NOW)).as("asked after the second").isSameAs(kept);
        assertThat(views.size()).isEqualTo(2);
    }

    @Test
    void a_view_too_large_for_the_room_is_answered_all_the_same() {
        CalendarViews views = new CalendarViews(MEETINGS, 1);
        assertThat(views.of(person(0), SPAN, NOW)).hasSizeGreaterThan(1);
        assertThat(views.of(person(1), SPAN, NOW)).hasSizeGreaterThan(1);
        assertThat(views.size()).isEqualTo(1);
    }

    private static int size(int person) {
        return Calendar.open(MEETINGS, person(person))
                .events(SPAN.from(), SPAN.to(), NOW)
                .size();
    }

    private static Person person(int index) {
        return MEETINGS.company().people().get(index);
    }
}
