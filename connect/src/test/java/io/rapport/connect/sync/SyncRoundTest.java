package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.connect.ConnectError;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.connect.mailbox.MailboxState;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyncRoundTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final Synced synced = new Synced(tenant);

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
        assertThat(summary.items(Datasets.MESSAGE)).isEqualTo(19);
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
        assertThat(summary.items(Datasets.MESSAGE)).isNotNegative();
        List<String> read = tenant.paths.stream()
                .filter(path -> path.endsWith("/mailFolders?$select=id,parentFolderId,childFolderCount&$top=250"))
                .map(path -> path.split("/", -1)[2])
                .sorted()
                .distinct()
                .toList();
        tenant.paths.clear();
        return read;
    }
}
