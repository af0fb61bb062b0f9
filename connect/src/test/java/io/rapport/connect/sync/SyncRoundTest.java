package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.connect.ConnectError;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.connect.mail.MailboxState;
import io.rapport.connect.row.Rejection;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRoundTest {

    private final FakeTenant tenant = company();
    private final Synced synced = new Synced(tenant);

    private static FakeTenant company() {
        FakeTenant made = new FakeTenant().person("mira").person("sam").person("eva");
        made.groups.put("sales", new ArrayList<>(List.of("mira", "emea")));
        made.groups.put("emea", new ArrayList<>(List.of("sam", "sales")));
        made.groups.put("board", new ArrayList<>(List.of("eva")));
        for (int i = 0; i < 8; i++) {
            made.message("mira", "m" + i, "inbox", "2026-1" + i % 2 + "-0" + (i + 1) + "T08:00:00Z");
            made.message("sam", "s" + i, "sentitems", "2026-0" + (i + 1) + "-11T08:00:00Z");
        }
        made.message("mira", "deep", "customers", "2026-11-10T08:00:00Z");
        made.message("mira", "junk", "junkemail", "2026-11-10T08:00:00Z");
        made.message("mira", "spam", "spam", "2026-11-10T08:00:00Z");
        made.message("mira", "draft", "drafts", "2026-11-10T08:00:00Z");
        made.message("mira", "old", "inbox", "2025-10-31T23:59:59Z");
        made.message("mira", "oldest-kept", "inbox", "2025-11-01T00:00:00Z");
        return made;
    }

    @Test
    void a_first_round_lands_the_directory_and_the_mail_of_the_window() {
        SyncSummary summary = synced.round();

        assertThat(synced.rows(Datasets.USER)).containsOnlyKeys("eva|", "mira|", "sam|");
        assertThat(synced.rows(Datasets.GROUP_DETAILS)).containsOnlyKeys("board|", "emea|", "sales|");
        assertThat(synced.column(Datasets.GROUP_MEMBERS, "ODataType"))
                .containsExactly(
                        entry("board|eva|", "#microsoft.graph.user"),
                        entry("emea|sales|", "#microsoft.graph.group"),
                        entry("emea|sam|", "#microsoft.graph.user"),
                        entry("sales|emea|", "#microsoft.graph.group"),
                        entry("sales|mira|", "#microsoft.graph.user"));
        assertThat(synced.rows(Datasets.MAILBOX_SETTINGS)).containsOnlyKeys("eva|", "mira|", "sam|");
        assertThat(synced.column(Datasets.MESSAGE, "parentFolderId"))
                .hasSize(18)
                .containsEntry("deep|mira|", "mira-customers")
                .containsEntry("oldest-kept|mira|", "mira-inbox")
                .doesNotContainKeys("junk|mira|", "spam|mira|", "draft|mira|", "old|mira|");
        assertThat(synced.rows(Datasets.MESSAGE).get("m0|mira|"))
                .contains("puser=mira\n")
                .contains("ptenant=" + FakeTenant.ID)
                .contains("ODataType=#microsoft.graph.message")
                .contains("from=[[Ana@Fabrikam.com]]")
                .doesNotContain("Nightjar");
        assertThat(summary.mailboxes()).containsExactly(entry(MailboxState.OK, 3L));
        assertThat(summary.messages()).isEqualTo(19);
        assertThat(summary.older()).isEqualTo(1);
    }

    @Test
    void asks_for_what_may_land_and_for_nothing_else() {
        synced.round();
        tenant.open("mira", "m1");
        synced.round();

        assertThat(tenant.paths)
                .allSatisfy(path -> assertThat(path)
                        .doesNotContainIgnoringCase("subject")
                        .doesNotContainIgnoringCase("body")
                        .doesNotContain("/attachments", "=attachments", ",attachments")
                        .doesNotContain("$expand")
                        .doesNotContain("$search"));
        assertThat(tenant.paths)
                .filteredOn(path -> path.startsWith("/users/") && !path.contains("token="))
                .allSatisfy(path -> assertThat(path).contains("$select="));
    }

    @Test
    void a_change_that_names_few_properties_keeps_the_others() {
        synced.round();
        String before = synced.rows(Datasets.MESSAGE).getOrDefault("m1|mira|", "");

        tenant.open("mira", "m1");
        synced.round();

        assertThat(synced.rows(Datasets.MESSAGE).get("m1|mira|"))
                .isEqualTo(before.replace("isRead=false", "isRead=true")
                        .replace("lastModifiedDateTime=2026-11-02T08:00", "lastModifiedDateTime=2026-11-20T12:01"))
                .contains("isRead=true");
    }

    @Test
    void a_message_that_moves_is_one_row_in_its_new_folder_whatever_is_read_first() {
        synced.round();

        tenant.move("mira", "m1", "customers");
        tenant.move("mira", "deep", "inbox");
        tenant.move("mira", "m2", "junkemail");
        synced.round();

        assertThat(synced.column(Datasets.MESSAGE, "parentFolderId"))
                .hasSize(18)
                .containsEntry("m1|mira|", "mira-customers")
                .containsEntry("deep|mira|", "mira-inbox")
                .containsEntry("m2|mira|", "mira-inbox");
    }

    @Test
    void after_a_year_of_changes_it_holds_what_a_fresh_sync_holds_and_what_was_deleted() {
        synced.round();
        Random random = new Random(20_261_120);
        List<String> deleted = new ArrayList<>();
        Map<String, String> places = new TreeMap<>();
        IntStream.range(0, 8).forEach(i -> places.put("m" + i, "inbox"));
        for (int day = 0; day < 120; day++) {
            String id = List.copyOf(places.keySet()).get(random.nextInt(places.size()));
            switch (random.nextInt(5)) {
                case 0 -> {
                    tenant.message("mira", "new" + day, "inbox", "2026-11-20T08:00:00Z");
                    places.put("new" + day, "inbox");
                }
                case 1 -> tenant.open("mira", id);
                case 2, 3 -> {
                    String to = List.of("inbox", "customers", "deleteditems").get(random.nextInt(3));
                    tenant.move("mira", id, to);
                    places.put(id, to);
                }
                default -> {
                    if (places.size() > 3) {
                        tenant.delete("mira", id);
                        places.remove(id);
                        deleted.add(id + "|mira|");
                    }
                }
            }
            if (random.nextInt(4) == 0) {
                synced.round();
            }
        }
        tenant.leave("sam");
        tenant.groups.remove("board");
        synced.round();
        Synced fresh = new Synced(tenant);
        fresh.round();

        Map<String, String> rows = synced.rows(Datasets.MESSAGE);
        assertThat(rows).containsAllEntriesOf(fresh.rows(Datasets.MESSAGE));
        rows.keySet().removeAll(fresh.rows(Datasets.MESSAGE).keySet());
        assertThat(rows.keySet()).allMatch(key -> deleted.contains(key) || key.endsWith("|sam|"));
        assertThat(deleted).hasSizeGreaterThan(5);
        assertThat(synced.rows(Datasets.USER)).isEqualTo(fresh.rows(Datasets.USER));
        assertThat(synced.rows(Datasets.GROUP_DETAILS)).isEqualTo(fresh.rows(Datasets.GROUP_DETAILS));
        assertThat(synced.rows(Datasets.GROUP_MEMBERS)).isEqualTo(fresh.rows(Datasets.GROUP_MEMBERS));
        assertThat(synced.landing.checkpoints("graph/mail/mailbox")).containsEntry("sam", "GONE");
    }

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
    void mailboxes_that_are_none_are_told_apart() {
        tenant.user("guest", true, true, "Guest")
                .user("shared", false, true, "Member")
                .user("intern", true, false, "Member")
                .user("onprem", true, true, "Member");
        tenant.faults = path -> path.startsWith("/users/eva/")
                ? FakeTransport.error(403, "ErrorAccessDenied")
                : path.startsWith("/users/sam/") ? FakeTransport.error(500, "ErrorInternalServerError") : null;

        SyncSummary summary = synced.round();

        assertThat(synced.landing.checkpoints("graph/mail/mailbox"))
                .containsExactly(
                        entry("eva", "DENIED ErrorAccessDenied"),
                        entry("guest", "GUEST"),
                        entry("intern", "NOT_LICENSED"),
                        entry("mira", "OK"),
                        entry("onprem", "NO_MAILBOX MailboxNotEnabledForRESTAPI"),
                        entry("sam", "SET_ASIDE ErrorInternalServerError"),
                        entry("shared", "DISABLED"));
        assertThat(summary.setAside()).hasSize(3);
        assertThat(tenant.paths).noneMatch(path -> path.matches("/users/(guest|shared|intern)/.*"));

        tenant.faults = path -> null;
        synced.round();
        assertThat(synced.landing.checkpoints("graph/mail/mailbox")).containsEntry("sam", "OK");
        assertThat(synced.column(Datasets.MESSAGE, "puser")).containsValue("sam");
    }

    @Test
    void who_is_named_is_read_members_of_members_too_and_who_is_excluded_is_not() {
        tenant.user("shared", false, false, "Member");

        synced.selection = new Selection(List.of("SALES@contoso.com"), null, List.of(), List.of());
        assertThat(read(synced.round())).containsExactly("mira", "sam");
        synced.selection = new Selection(List.of("emea"), null, List.of("Eva.Alias@contoso.com"), List.of("board"));
        assertThat(read(synced.round())).containsExactly("mira", "sam");
        synced.selection = new Selection(List.of(), "mail eq 'eva@contoso.com'", List.of(), List.of());
        assertThat(read(synced.round())).containsExactly("eva");
        synced.selection = new Selection(List.of(), null, List.of("shared@contoso.com"), List.of());
        assertThat(read(synced.round())).containsExactly("shared");
        synced.selection = new Selection(List.of("none"), null, List.of(), List.of());
        assertThatThrownBy(synced::round)
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.SELECTION_UNKNOWN));
    }

    private List<String> read(SyncSummary summary) {
        assertThat(summary.messages()).isNotNegative();
        List<String> read = tenant.paths.stream()
                .filter(path -> path.endsWith("/mailFolders?$select=id,parentFolderId,childFolderCount&$top=250"))
                .map(path -> path.split("/", -1)[2])
                .sorted()
                .distinct()
                .toList();
        tenant.paths.clear();
        return read;
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
            FakeTenant changed = company();
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
    void a_round_that_dies_anywhere_is_taken_up_where_it_was() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.MESSAGE);
        int pieces = pieces();
        for (int dies = 1; dies <= pieces; dies += 7) {
            Synced other = new Synced(tenant);
            int[] heard = {0};
            int last = dies;
            tenant.faults = path -> {
                if (++heard[0] == last) {
                    throw new IllegalStateException("killed");
                }
                return null;
            };
            assertThatThrownBy(other::round).hasMessage("killed");
            int openAfter = other.landing.openBatches;
            tenant.faults = path -> null;

            other.round();

            assertThat(openAfter).as("batches left open").isZero();
            assertThat(other.rows(Datasets.MESSAGE))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
    }

    private int pieces() {
        int[] heard = {0};
        tenant.faults = path -> {
            heard[0]++;
            return null;
        };
        new Synced(tenant).round();
        return heard[0];
    }

    @Test
    void a_long_first_reading_goes_on_where_it_was_broken_off() {
        FakeTenant large = new FakeTenant().person("mira");
        IntStream.range(0, 60).forEach(i -> large.message("mira", "m" + i, "inbox", "2026-11-10T08:00:00Z"));
        Synced other = new Synced(large);
        int[] pages = {0};
        large.faults = path -> {
            if (path.contains("inbox/messages/delta") && ++pages[0] == 15) {
                throw new IllegalStateException("killed");
            }
            return null;
        };
        assertThatThrownBy(other::round).hasMessage("killed");
        large.faults = path -> null;
        large.paths.clear();

        other.round();

        assertThat(other.rows(Datasets.MESSAGE)).hasSize(60);
        assertThat(large.paths.stream()
                        .filter(path -> path.contains("inbox/messages/delta"))
                        .count())
                .isLessThan(10);
    }

    @Test
    void of_two_rounds_at_once_only_the_later_one_commits() throws InterruptedException {
        SyncRound second = synced.prepare();
        boolean[] hasBegun = {false};
        assertThatThrownBy(() -> synced.round((task, done, total) -> {
                    if (total > 0 && !hasBegun[0]) {
                        hasBegun[0] = true;
                        try {
                            second.run(io.rapport.core.progress.Progress.NONE);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .hasMessage("taken over");

        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(18);
    }

    @Test
    void a_round_stops_soon_after_its_connection_was_ended_even_while_it_waits() {
        Instant start = synced.loop.now();
        tenant.faults = path ->
                path.contains("/delta?") ? FakeTransport.error(429, "TooManyRequests", "retry-after", "60") : null;

        assertThatThrownBy(() -> synced.round((task, done, total) -> {
                    if (total > 0) {
                        synced.landing.forget("graph/mail");
                    }
                }))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.SYNC_ENDED));
        assertThat(Duration.between(start, synced.loop.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(synced.landing.openBatches).isZero();
    }

    @Test
    void a_cloud_without_delta_is_read_by_when_messages_were_modified() {
        tenant.hasDelta = false;
        // More than a page of one time.
        IntStream.range(0, 7).forEach(i -> tenant.message("mira", "same" + i, "inbox", "2026-11-10T08:00:00Z"));

        synced.round();
        tenant.open("mira", "m1");
        tenant.move("mira", "m3", "customers");
        tenant.delete("mira", "m5");
        tenant.paths.clear();
        synced.round();
        tenant.hasDelta = true;
        Synced fresh = new Synced(tenant);
        fresh.round();

        Map<String, String> rows = synced.rows(Datasets.MESSAGE);
        assertThat(rows).containsKey("m5|mira|");
        rows.remove("m5|mira|");
        assertThat(rows).isEqualTo(fresh.rows(Datasets.MESSAGE)).hasSize(24);
        assertThat(synced.landing.checkpoints("graph/mail/mail/mira").values())
                .allMatch(position -> position.startsWith("modified:"));
    }

    @Test
    void a_cloud_without_delta_that_dies_anywhere_is_taken_up_where_it_was() {
        tenant.hasDelta = false;
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.MESSAGE);
        for (int dies = 1; dies <= 60; dies += 5) {
            Synced other = new Synced(tenant);
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

            assertThat(other.rows(Datasets.MESSAGE))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
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
