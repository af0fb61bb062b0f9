package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.connect.ConnectError;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.connect.row.Rejection;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Graph may do to a round: it costs time, or one mailbox, and never a row. */
class SyncFaultsTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final Synced synced = new Synced(tenant);

    @ParameterizedTest
    @ValueSource(strings = {"SyncStateNotFound", "syncStateNotFound", "resyncRequired", "whatever"})
    void a_folder_whose_link_is_too_old_is_read_anew_and_no_other(String code) {
        synced.round();
        tenant.paths.clear();
        tenant.message("mira", "m9", "inbox", "2026-11-20T08:00:00Z");
        tenant.faults = path -> path.contains("mira-inbox/messages/delta?$deltatoken")
                ? FakeTransport.error(code.equals("whatever") ? 410 : 400, code)
                : null;

        synced.round();

        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(19).containsKey("m9|mira|");
        assertThat(tenant.paths.stream().filter(path -> path.contains("delta?$select")))
                .hasSize(1);
    }

    @Test
    void a_folder_that_can_never_be_read_is_no_endless_work() {
        tenant.faults = path ->
                path.contains("mira-inbox/messages/delta") ? FakeTransport.error(410, "SyncStateNotFound") : null;

        SyncSummary summary = synced.round();

        assertThat(summary.setAside())
                .containsExactly(new SyncSummary.Troubled("mira", MailboxState.SET_ASIDE, "SyncStateNotFound"));
        assertThat(synced.column(Datasets.MESSAGE, "puser")).containsValue("sam");
    }

    @Test
    void every_fault_at_every_kind_of_request_costs_time_and_nothing_else() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.MESSAGE);
        List<Answer> faults = new ArrayList<>(List.of(
                FakeTransport.BREAK,
                FakeTransport.SILENCE,
                FakeTransport.json("{\"value\":[{\"id\":\"x"),
                FakeTransport.json("{\"value\":[{\"id\":7,\"receivedDateTime\":{}}],\"timeZone\":7}"),
                FakeTransport.json("<html>"),
                FakeTransport.error(429, "TooManyRequests", "retry-after", "12.5"),
                FakeTransport.error(401, "InvalidAuthenticationToken")));
        for (int status : new int[] {408, 429, 500, 502, 503, 504, 509}) {
            faults.add(FakeTransport.error(status, "SomeCode"));
        }
        List<String> kinds = List.of(
                "/users\\?.*",
                "/groups\\?.*",
                "/groups/.*/members.*",
                "/\\$batch",
                ".*/mailboxSettings.*",
                ".*/mailFolders\\?.*",
                ".*/childFolders.*",
                ".*/mailFolders/drafts.*",
                ".*/delta\\?\\$select.*",
                ".*/delta\\?\\$skiptoken.*");
        for (String kind : kinds) {
            for (Answer fault : faults) {
                Synced other = new Synced(tenant);
                Map<String, Integer> times = new HashMap<>();
                tenant.faults = path -> path.matches(kind) && times.merge(path, 1, Integer::sum) == 1 ? fault : null;

                SyncSummary summary = other.round();

                String what = kind + " " + fault;
                assertThat(times).as(what).isNotEmpty();
                assertThat(summary.setAside()).as(what).isEmpty();
                assertThat(other.rows(Datasets.MESSAGE)).as(what).isEqualTo(expected);
                assertThat(other.rows(Datasets.GROUP_MEMBERS)).as(what).isEqualTo(synced.rows(Datasets.GROUP_MEMBERS));
            }
        }
    }

    @Test
    void faults_at_changes_and_lookups_lose_nothing() {
        for (String kind : List.of(".*deltatoken.*", ".*/messages/m.*", "/\\$batch")) {
            FakeTenant changed = FakeCompany.founded();
            Synced other = new Synced(changed);
            other.round();
            changed.open("mira", "m1");
            changed.move("mira", "m2", "customers");
            changed.delete("mira", "m3");
            Map<String, Integer> times = new HashMap<>();
            changed.faults = path -> path.matches(kind) && times.merge(path, 1, Integer::sum) <= 2
                    ? FakeTransport.error(503, "SomeCode", "retry-after", "3")
                    : null;

            other.round();

            assertThat(times).as(kind).isNotEmpty();
            assertThat(other.rows(Datasets.MESSAGE)).hasSize(18);
            assertThat(other.rows(Datasets.MESSAGE).get("m1|mira|")).contains("isRead=true");
            assertThat(other.column(Datasets.MESSAGE, "parentFolderId")).containsEntry("m2|mira|", "mira-customers");
        }
    }

    @Test
    void a_tenant_that_throttles_everything_for_ten_minutes_is_read_afterwards() {
        Instant until = synced.loop.now().plus(Duration.ofMinutes(10));
        tenant.faults = path -> synced.loop.now().isBefore(until)
                ? FakeTransport.error(429, "TooManyRequests", "retry-after", "20")
                : null;

        SyncSummary summary = synced.round();

        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(18);
        assertThat(summary.setAside()).isEmpty();
        assertThat(summary.throttled()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(summary.requests()).isLessThan(150);
    }

    @Test
    void a_missing_permission_is_named() {
        tenant.faults =
                path -> path.startsWith("/groups?") ? FakeTransport.error(403, "Authorization_RequestDenied") : null;

        assertThatThrownBy(synced::round)
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.GRAPH_DENIED))
                .hasMessageContaining("403 Authorization_RequestDenied")
                .hasMessageContaining("Group.Read.All");
        assertThat(synced.rows(Datasets.USER)).hasSize(3);
    }

    @Test
    void an_object_that_stays_unreadable_is_counted_and_takes_nothing_with_it() {
        tenant.users.put("odd", "{\"id\":\"odd\",\"mail\":{\"a\":1},\"assignedPlans\":[]}");

        SyncSummary summary = synced.round();

        assertThat(summary.rejections()).containsExactly(entry("column mail holds an object, not text", 1L));
        assertThat(synced.rejections)
                .containsExactly(new Rejection(Datasets.USER, "", "column mail holds an object, not text"));
        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(18);
    }
}
