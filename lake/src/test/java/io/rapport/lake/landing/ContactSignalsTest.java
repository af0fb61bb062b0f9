package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contact activity out of what batches change in the contacts. */
class ContactSignalsTest {

    @TempDir
    Path folder;

    private TestLake lake;
    private Instant now = Instant.parse("2026-02-01T00:00:00Z");

    @BeforeEach
    void open() {
        lake = TestLake.open(folder, StateLocation.file(folder.resolve("rapport.db")));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void what_is_found_at_the_first_reading_was_created_when_it_was_created_and_nothing_else() {
        sync(Set.of("mira"), contact("a", "01-05", "01-20", "f", "ana@x.com"), contact("b", "01-07", "01-07", "f"));
        sync(Set.of("mira"), contact("c", "01-06", "01-06", "f", "ana@x.com"));

        assertThat(signals()).containsExactly("01-05 ContactCreated", "01-06 ContactCreated", "01-07 ContactCreated");
        assertThat(lake.rows(
                        Datasets.OUTLOOK_CONTACT_ACTIVITY,
                        "ClientSessionId",
                        "ItemType",
                        "AppName",
                        "TenantName",
                        "MailboxGuid",
                        "OId",
                        "puser",
                        "AadTenantId",
                        "ptenant",
                        "CreationTime"))
                .hasSize(3)
                .containsOnly(
                        "session Contact Other contoso.onmicrosoft.com mira mira mira tenant tenant 2026-02-01 00:00:00");
        assertThat(lake.rows(Datasets.OUTLOOK_CONTACT_ACTIVITY, "EndTime"))
                .isEqualTo(lake.rows(Datasets.OUTLOOK_CONTACT_ACTIVITY, "StartTime"));
    }

    @Test
    void later_a_new_contact_is_created_and_added_where_none_of_its_addresses_was_known() {
        sync(Set.of("mira", "sam"), contact("a", "01-05", "01-05", "f", "ana@x.com", "ana@home.com"));
        now = now.plusSeconds(86_400);
        sync(
                Set.of(),
                contact("b", "02-01", "02-01", "f", "Ana@Home.com", "ana@elsewhere.com"),
                contact("c", "02-02", "02-02", "f", "ben@x.com"),
                contact("d", "02-03", "02-03", "f", "ben@x.com"),
                contact("e", "02-04", "02-04", "f"));

        assertThat(signals())
                .containsExactly(
                        "01-05 ContactCreated",
                        "02-01 ContactCreated",
                        "02-02 AddContact",
                        "02-02 ContactCreated",
                        "02-03 ContactCreated",
                        "02-04 AddContact",
                        "02-04 ContactCreated");
    }

    @Test
    void a_version_that_a_sync_sees_is_a_change_and_a_move_is_none_unless_more_changed_with_it() {
        sync(
                Set.of("mira"),
                contact("a", "01-05", "01-05", "f", "ana@x.com"),
                contact("b", "01-05", "01-05", "f", "ben@x.com"),
                contact("c", "01-05", "01-05", "f", "cleo@x.com"));
        Row changed = contact("a", "01-05", "02-02", "f", "ana@x.com");
        sync(
                Set.of(),
                changed,
                contact("b", "01-05", "02-03", "g", "ben@x.com"),
                contact("c", "01-05", "02-04", "g", "cleo@y.com"));
        sync(Set.of(), changed);

        assertThat(signals().stream().filter(signal -> !signal.endsWith("ContactCreated")))
                .containsExactly("02-02 ContactUpdated", "02-04 ContactUpdated");
    }

    @Test
    void what_is_taken_out_is_removed_when_it_was_seen_to_be_gone_and_again_where_it_came_back() {
        Row row = contact("a", "01-05", "01-05", "f", "ana@x.com");
        sync(Set.of("mira"), row);
        remove("a");
        remove("a");
        remove("none");
        now = now.plusSeconds(86_400);
        sync(Set.of(), row);
        remove("a");

        assertThat(signals()).containsExactly("01-05 ContactCreated", "02-01 RemoveContact", "02-02 RemoveContact");
    }

    @Test
    void a_page_that_is_read_twice_adds_nothing_nor_does_another_first_reading_of_the_same_mailbox() {
        Row[] rows = {contact("a", "01-05", "01-05", "f", "ana@x.com"), contact("b", "01-06", "01-06", "f")};
        sync(Set.of("mira"), rows);
        sync(Set.of(), contact("c", "02-01", "02-01", "f", "cleo@x.com"));
        List<String> before = signals();
        now = now.plusSeconds(86_400);

        sync(Set.of(), contact("c", "02-01", "02-01", "f", "cleo@x.com"));
        sync(Set.of("mira"), rows);

        assertThat(signals()).isEqualTo(before).hasSize(4);
    }

    @Test
    void of_what_one_batch_says_of_a_contact_the_last_counts() {
        sync(Set.of("mira"), contact("a", "01-05", "01-05", "f", "ana@x.com"));
        try (Landing.Batch batch = lake.landing.open()) {
            batch.remove(Datasets.CONTACT, List.of("a", "mira"));
            add(batch, contact("z1", "02-01", "02-01", "f"), contact("z2", "02-01", "02-01", "f"));
            add(batch, contact("a", "01-05", "02-01", "g", "ana@x.com"), contact("b", "02-02", "02-02", "f"));
            add(batch, contact("b", "02-02", "02-03", "f"));
            batch.remove(Datasets.CONTACT, List.of("z1", "mira"));
            batch.deriveActivity(context(Set.of()));
            batch.commit(List.of());
        }

        assertThat(signals())
                .containsExactly(
                        "01-05 ContactCreated",
                        "02-01 AddContact",
                        "02-01 ContactCreated",
                        "02-02 AddContact",
                        "02-02 ContactCreated");
    }

    @Test
    void without_being_asked_for_nothing_is_derived() {
        try (Landing.Batch batch = lake.landing.open()) {
            add(batch, contact("a", "01-05", "01-05", "f"));
            batch.commit(List.of());
        }

        assertThat(signals()).isEmpty();
    }

    private void sync(Set<String> firstRead, Row... rows) {
        try (Landing.Batch batch = lake.landing.open()) {
            add(batch, rows);
            batch.deriveActivity(context(firstRead));
            batch.commit(List.of());
        }
    }

    private void remove(String id) {
        try (Landing.Batch batch = lake.landing.open()) {
            batch.remove(Datasets.CONTACT, List.of(id, "mira"));
            batch.deriveActivity(context(Set.of()));
            batch.commit(List.of());
        }
    }

    private ContactSync context(Set<String> firstRead) {
        return new ContactSync("session", "contoso.onmicrosoft.com", now, firstRead);
    }

    private static void add(Landing.Batch batch, Row... rows) {
        for (Row row : rows) {
            assertThat(batch.add(row)).isEmpty();
        }
    }

    private List<String> signals() {
        return lake.rows(Datasets.OUTLOOK_CONTACT_ACTIVITY, "StartTime", "SignalType").stream()
                .map(row -> row.substring("2026-".length()).replaceFirst(" [0-9:]+", ""))
                .toList();
    }

    /** Days are of 2026. */
    private static Row contact(String id, String created, String modified, String folder, String... addresses) {
        return Rows.row(
                Datasets.CONTACT,
                "id",
                id,
                "puser",
                "mira",
                "ptenant",
                "tenant",
                "parentFolderId",
                folder,
                "createdDateTime",
                "2026-" + created + "T08:00:00Z",
                "lastModifiedDateTime",
                "2026-" + modified + "T08:00:00Z",
                "emailAddresses",
                Arrays.stream(addresses).map(Rows::struct).toList());
    }
}
