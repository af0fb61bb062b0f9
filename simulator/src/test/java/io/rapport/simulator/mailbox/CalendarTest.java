package io.rapport.simulator.mailbox;

import static io.rapport.simulator.mailbox.TestCompany.AUTUMN;
import static io.rapport.simulator.mailbox.TestCompany.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.meeting.Answer;
import io.rapport.simulator.meeting.Meeting;
import io.rapport.simulator.meeting.Meetings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final Meetings MEETINGS = new Meetings(TestCompany.company());
    private static final Instant FROM = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void changes_lead_from_one_state_of_a_view_to_the_next() {
        for (int person : List.of(0, 4, 21)) {
            Calendar calendar = calendar(person);
            Map<String, CalendarEvent> state = byId(calendar.events(FROM, TO, AUTUMN));
            Instant since = AUTUMN;
            for (Instant at = AUTUMN; at.isBefore(SPRING); at = at.plus(Duration.ofHours(401))) {
                FolderChanges<CalendarEvent> changes = calendar.changes(FROM, TO, since, at);
                changes.removed().forEach(id -> assertThat(state.remove(id)).isNotNull());
                state.putAll(byId(changes.changed()));
                assertThat(state).isEqualTo(byId(calendar.events(FROM, TO, at)));
                since = at;
            }
        }
    }

    @Test
    void a_series_keeps_its_local_time_when_the_clocks_change() {
        Map<Long, Set<String>> utc = new HashMap<>();
        Map<Long, Set<String>> local = new HashMap<>();
        MEETINGS.meetings(FROM, Instant.parse("2025-12-20T00:00:00Z"), meeting -> {
            if (meeting.isInSeries()) {
                int organizer = meeting.organizer().index();
                boolean isOurs = meeting.kind() == Meeting.Kind.INTERNAL;
                if (isOurs && TestCompany.person(organizer).office().country().equals("GB")) {
                    Instant start = Instant.ofEpochSecond(meeting.firstStartSecond());
                    utc.computeIfAbsent(meeting.seriesKey(), any -> new HashSet<>())
                            .add(start.toString().substring(11));
                    local.computeIfAbsent(meeting.seriesKey(), any -> new HashSet<>())
                            .add(start.atZone(TestCompany.person(organizer)
                                            .office()
                                            .zone())
                                    .toLocalTime()
                                    .toString());
                }
            }
        });
        assertThat(local).isNotEmpty();
        assertThat(local.values()).allMatch(times -> times.size() == 1);
        assertThat(utc.values()).anyMatch(times -> times.size() == 2);
    }

    @Test
    void there_is_everything_that_a_calendar_has() {
        List<CalendarEvent> all = all(SPRING);

        assertThat(all).extracting(CalendarEvent::type).contains("singleInstance", "occurrence", "exception");
        assertThat(all).anyMatch(CalendarEvent::isCancelled);
        assertThat(all).anyMatch(event -> event.ownAnswer() == Answer.DECLINED);
        assertThat(all).anyMatch(event -> event.meeting().isAllDay());
        assertThat(all).anyMatch(event -> event.meeting().isMoved(SPRING.getEpochSecond()));
        assertThat(all).anyMatch(event -> event.meeting().isPrivate());
        assertThat(all).extracting(event -> event.meeting().kind()).contains(Meeting.Kind.values());
    }

    @Test
    void all_copies_of_a_meeting_agree() {
        Map<String, List<CalendarEvent>> byMeeting =
                all(SPRING).stream().collect(Collectors.groupingBy(CalendarEvent::iCalUId));

        assertThat(byMeeting.values()).anyMatch(copies -> copies.size() > 2);
        assertThat(byMeeting.values()).allSatisfy(copies -> {
            assertThat(copies)
                    .extracting(CalendarEvent::start)
                    .containsOnly(copies.get(0).start());
            assertThat(copies).extracting(CalendarEvent::id).doesNotHaveDuplicates();
            assertThat(copies).filteredOn(CalendarEvent::isOrganizer).hasSizeLessThan(2);
        });
    }

    @Test
    void only_the_organizer_knows_what_others_answered() {
        List<CalendarEvent> all = all(SPRING);

        assertThat(all)
                .filteredOn(CalendarEvent::isOrganizer)
                .flatExtracting(CalendarEvent::attendees)
                .extracting(CalendarEvent.Attendee::answer)
                .contains(Answer.ACCEPTED, Answer.DECLINED);
        assertThat(all)
                .filteredOn(event -> !event.isOrganizer())
                .flatExtracting(CalendarEvent::attendees)
                .extracting(CalendarEvent.Attendee::answer)
                .containsOnly(Answer.NONE);
    }

    @Test
    void a_view_holds_what_overlaps_it() {
        Instant noon = Instant.parse("2026-01-14T12:00:00Z");
        for (int person = 0; person < 30; person++) {
            List<CalendarEvent> wide = calendar(person).events(FROM, TO, SPRING);
            List<CalendarEvent> expected = wide.stream()
                    .filter(event -> event.start().isBefore(noon.plusSeconds(7200))
                            && event.end().isAfter(noon))
                    .toList();
            assertThat(calendar(person).events(noon, noon.plusSeconds(7200), SPRING))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static Calendar calendar(int person) {
        return Calendar.open(MEETINGS, TestCompany.person(person));
    }

    private static List<CalendarEvent> all(Instant at) {
        List<CalendarEvent> all = new ArrayList<>();
        for (int person = 0; person < 60; person++) {
            all.addAll(calendar(person).events(FROM, TO, at));
        }
        return all;
    }

    private static Map<String, CalendarEvent> byId(List<CalendarEvent> events) {
        Map<String, CalendarEvent> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        assertThat(byId).hasSameSizeAs(events);
        return byId;
    }
}
