package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.core.dataset.Datasets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds over calendars. */
class SyncCalendarTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final FakeCalendar calendar = tenant.calendar("mira");
    private final Synced synced = synced();

    private Synced synced() {
        Synced made = new Synced(tenant);
        made.connector = Connector.OUTLOOK_CALENDAR;
        return made;
    }

    @BeforeEach
    void fill_a_calendar() {
        calendar.event("old", "2025-10-31T22:59:00Z", "ana@fabrikam.com");
        calendar.event("first", "2025-11-01T00:00:00Z", "ana@fabrikam.com");
        calendar.event("ahead", "2027-01-31T23:00:00Z", "ana@fabrikam.com");
        calendar.event("too-far", "2027-02-01T00:00:00Z", "ana@fabrikam.com");
        for (int i = 1; i < 8; i++) {
            calendar.event("e" + i, "2026-11-0" + i + "T08:00:00Z", "ben@fabrikam.com");
            calendar.occurrence("o" + i, "series-1", "2026-11-1" + i + "T09:00:00Z", "cleo@fabrikam.com");
        }
    }

    @Test
    void a_first_round_lands_the_view_with_whole_occurrences_and_leaves_groups_and_mail_alone() {
        SyncSummary summary = synced.round();

        assertThat(attendees())
                .hasSize(16)
                .contains(
                        entry("first|mira|", "[[required, null, [ana@fabrikam.com]]]"),
                        entry("ahead|mira|", "[[required, null, [ana@fabrikam.com]]]"));
        assertThat(synced.rows(Datasets.CALENDAR_VIEW).get("o3|mira|"))
                .contains("iCalUId=uid-o3\n", "type=occurrence\n", "cleo@fabrikam.com", "puser=mira\n")
                .doesNotContain("Nightjar");
        assertThat(synced.rows(Datasets.USER)).hasSize(3);
        assertThat(synced.rows(Datasets.MAILBOX_SETTINGS)).hasSize(3);
        assertThat(synced.rows(Datasets.GROUP_DETAILS)).isEmpty();
        assertThat(tenant.paths).noneMatch(path -> path.matches(".*/(groups|mailFolders|contactFolders|messages).*"));
        assertThat(summary.items(Datasets.CALENDAR_VIEW)).isEqualTo(16);
    }

    @Test
    void later_rounds_land_what_changed_and_take_out_what_left_the_view() {
        synced.round();
        calendar.event("e1", "2026-11-25T08:00:00Z", "dora@fabrikam.com");
        calendar.occurrence("o1", "series-1", "2026-11-11T10:00:00Z", "dora@fabrikam.com");
        calendar.delete("e2");
        calendar.delete("o2");
        calendar.event("e3", "2027-03-01T08:00:00Z", "ben@fabrikam.com");
        calendar.event("new", "2026-12-01T08:00:00Z", "ben@fabrikam.com");
        calendar.event("too-far", "2027-02-02T08:00:00Z", "ben@fabrikam.com");
        tenant.paths.clear();

        synced.round();

        Synced fresh = synced();
        fresh.round();
        assertThat(synced.rows(Datasets.CALENDAR_VIEW))
                .isEqualTo(fresh.rows(Datasets.CALENDAR_VIEW))
                .hasSize(14);
        assertThat(attendees().get("o1|mira|")).contains("dora@fabrikam.com");
        assertThat(tenant.paths.stream().filter(path -> path.startsWith("/users/mira/calendarView")))
                .as("lists read anew")
                .hasSizeGreaterThan(1)
                .filteredOn(path -> !path.contains("token") && !path.contains("$skip="))
                .as("of the fresh round")
                .hasSize(2);
    }

    @Test
    void what_a_view_that_moved_on_no_longer_holds_stays_even_where_it_is_said_to_be_gone() {
        synced.round();
        synced.time.advance(Duration.ofDays(40));
        calendar.delete("e4");

        synced.round();

        assertThat(attendees())
                .as("a later month, so a later view")
                .containsKeys("first|mira|", "too-far|mira|")
                .doesNotContainKeys("old|mira|", "e4|mira|");
        String before = attendees().getOrDefault("first|mira|", "");

        calendar.event("first", "2025-11-01T00:00:00Z", "dora@fabrikam.com");
        synced.round();

        assertThat(attendees()).containsEntry("first|mira|", before);
        calendar.delete("first");
        synced.round();
        assertThat(attendees()).doesNotContainKey("first|mira|");
    }

    @Test
    void a_calendar_whose_link_is_too_old_is_read_anew_and_what_went_meanwhile_is_taken_out() {
        synced.round();
        calendar.delete("e5");
        calendar.occurrence("o6", "series-1", "2026-11-16T10:00:00Z", "dora@fabrikam.com");
        tenant.faults = path -> path.contains("mira/calendarView/delta?$deltatoken")
                ? FakeTransport.error(410, "SyncStateNotFound")
                : null;

        SyncSummary summary = synced.round();

        assertThat(summary.setAside()).isEmpty();
        assertThat(attendees()).hasSize(15).doesNotContainKey("e5|mira|");
        assertThat(attendees().get("o6|mira|")).contains("dora@fabrikam.com");
    }

    @Test
    void what_a_list_leaves_out_because_people_go_on_working_is_asked_for() {
        calendar.unlisted.add("e3");
        calendar.unlisted.add("o5");

        synced.round();

        assertThat(attendees()).hasSize(16).containsKeys("e3|mira|", "o5|mira|");
        assertThat(attendees().get("o5|mira|")).contains("cleo@fabrikam.com");
    }

    @Test
    void faults_cost_time_and_nothing_else() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.CALENDAR_VIEW);
        List<Answer> faults = List.of(
                FakeTransport.BREAK,
                FakeTransport.SILENCE,
                FakeTransport.json("{\"value\":[{\"id\":\"x"),
                FakeTransport.json("{\"value\":[{\"id\":7,\"start\":7}],\"@odata.deltaLink\":7}"),
                FakeTransport.json("<html>"),
                FakeTransport.error(429, "TooManyRequests", "retry-after", "12.5"),
                FakeTransport.error(503, "SomeCode"),
                FakeTransport.error(504, "SomeCode"));
        calendar.unlisted.add("o5");
        for (String kind : List.of(
                ".*/calendarView/delta\\?start.*",
                ".*/calendarView/delta\\?\\$skip.*",
                ".*/calendarView\\?.*",
                ".*/events/.*",
                ".*/mailboxSettings.*")) {
            for (Answer fault : faults) {
                Synced other = synced();
                Map<String, Integer> times = new HashMap<>();
                tenant.faults = path -> path.matches(kind) && times.merge(path, 1, Integer::sum) == 1 ? fault : null;

                SyncSummary summary = other.round();

                assertThat(times).as(kind).isNotEmpty();
                assertThat(summary.setAside()).as(kind + fault).isEmpty();
                assertThat(other.rows(Datasets.CALENDAR_VIEW)).as(kind + fault).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_round_that_dies_anywhere_is_taken_up_where_it_was() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.CALENDAR_VIEW);
        int requests = tenant.paths.size();
        for (int dies = 1; dies <= requests; dies += 2) {
            Synced other = synced();
            int[] heard = {0};
            int last = dies;
            tenant.faults = path -> {
                if (++heard[0] == last) {
                    throw new IllegalStateException("killed");
                }
                return null;
            };
            assertThatThrownBy(other::round).hasMessage("killed");
            tenant.faults = path -> null;

            other.round();

            assertThat(other.rows(Datasets.CALENDAR_VIEW))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_went_after_a_first_reading_was_broken_off_is_taken_out() {
        int[] heard = {0};
        tenant.faults = path -> {
            if (path.startsWith("/users/mira/calendarView?") && ++heard[0] == 5) {
                throw new IllegalStateException("killed");
            }
            return null;
        };
        assertThatThrownBy(synced::round).hasMessage("killed");
        assertThat(attendees()).containsKey("ahead|mira|");
        tenant.faults = path -> null;
        calendar.delete("ahead");

        synced.round();

        assertThat(attendees()).hasSize(15).doesNotContainKey("ahead|mira|");
    }

    private Map<String, String> attendees() {
        return synced.column(Datasets.CALENDAR_VIEW, "attendees");
    }
}
