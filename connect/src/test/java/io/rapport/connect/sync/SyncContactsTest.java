package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ContactSync;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rounds over contacts. */
class SyncContactsTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final FakeContacts contacts = tenant.contacts("mira");
    private final Synced synced = new Synced(tenant);

    @BeforeEach
    void know_people() {
        for (int i = 1; i <= 5; i++) {
            contacts.contact("c" + i, "contacts", "c" + i + "@fabrikam.com");
            contacts.contact("f" + i, i < 5 ? "friends" : "former", "f" + i + "@fabrikam.com");
        }
        tenant.contacts("sam").contact("s1", "contacts", "c1@fabrikam.com");
    }

    @Test
    void a_first_round_lands_every_folder_with_addresses_and_nothing_personal() {
        SyncSummary summary = synced.round();

        assertThat(folders())
                .hasSize(11)
                .contains(
                        entry("c1|mira|", "mira-contacts"),
                        entry("f1|mira|", "mira-friends"),
                        entry("f5|mira|", "mira-former"),
                        entry("s1|sam|", "sam-contacts"));
        assertThat(synced.rows(Datasets.CONTACT).get("c1|mira|"))
                .contains("emailAddresses=[[c1@fabrikam.com]]\n", "companyName=Fabrikam\n")
                .contains("ODataType=#microsoft.graph.contact\n")
                .doesNotContain("Nightjar");
        assertThat(summary.items(Datasets.CONTACT)).isEqualTo(11);
        assertThat(tenant.paths)
                .filteredOn(path -> path.contains("ontact") && !path.contains("token"))
                .allMatch(path -> path.contains("$select="));
    }

    @Test
    void later_rounds_land_what_changed_moved_and_went_whatever_folder_is_read_first() {
        synced.round();
        contacts.contact("c1", "contacts", "changed@fabrikam.com");
        contacts.contact("new", "former", "new@fabrikam.com");
        contacts.move("c2", "former");
        contacts.move("f5", "contacts");
        contacts.delete("c3");
        contacts.delete("f1");
        contacts.move("c4", "deleteditems");
        tenant.paths.clear();

        synced.round();

        Synced fresh = new Synced(tenant);
        fresh.round();
        assertThat(synced.rows(Datasets.CONTACT))
                .isEqualTo(fresh.rows(Datasets.CONTACT))
                .hasSize(9);
        assertThat(folders()).containsEntry("c2|mira|", "mira-former").containsEntry("f5|mira|", "mira-contacts");
    }

    @Test
    void activity_is_derived_with_every_commit_and_what_was_there_before_is_told_apart() {
        synced.round();
        List<ContactSync> first = List.copyOf(synced.landing.derivations);
        contacts.contact("new", "former", "new@fabrikam.com");
        tenant.person("late");
        tenant.contacts("late").contact("l1", "contacts", "l1@fabrikam.com");
        synced.landing.derivations.clear();
        synced.round();

        assertThat(first).allSatisfy(sync -> {
            assertThat(sync.tenantName()).isEqualTo("contoso.onmicrosoft.com");
            assertThat(sync.session()).isEqualTo(first.get(0).session()).isNotEmpty();
        });
        assertThat(first.stream().flatMap(sync -> sync.firstRead().stream())).contains("mira", "sam", "eva");
        assertThat(synced.landing.derivations)
                .isNotEmpty()
                .allSatisfy(sync -> assertThat(sync.firstRead()).isSubsetOf("late"))
                .anySatisfy(sync -> assertThat(sync.firstRead()).contains("late"));
        synced.landing.derivations.clear();
        contacts.contact("new", "former", "newer@fabrikam.com");
        synced.round();
        assertThat(synced.landing.derivations)
                .allSatisfy(sync -> assertThat(sync.firstRead()).isEmpty());
    }

    @Test
    void a_folder_that_was_deleted_takes_its_contacts_with_it_but_not_those_that_moved_before() {
        synced.round();
        contacts.move("f5", "friends");
        contacts.folder("new", "contacts");
        contacts.move("f2", "new");
        contacts.deleteFolder("former");

        synced.round();
        contacts.move("f3", "contacts");
        contacts.move("f5", "new");
        contacts.deleteFolder("friends");
        synced.round();
        tenant.paths.clear();
        synced.round();

        assertThat(folders())
                .containsEntry("f5|mira|", "mira-new")
                .containsEntry("f2|mira|", "mira-new")
                .containsEntry("f3|mira|", "mira-contacts")
                .doesNotContainKeys("f1|mira|", "f4|mira|");
        assertThat(tenant.paths).as("asked for once more").noneMatch(path -> path.contains("/contacts/f"));
    }

    @Test
    void a_folder_whose_link_is_too_old_is_read_anew_and_what_went_meanwhile_is_taken_out() {
        synced.round();
        contacts.delete("c5");
        contacts.move("c4", "former");
        contacts.contact("new", "contacts", "new@fabrikam.com");
        tenant.paths.clear();
        tenant.faults = path -> path.contains("mira-contacts/contacts/delta?$deltatoken")
                ? FakeTransport.error(410, "SyncStateNotFound")
                : null;

        SyncSummary summary = synced.round();

        assertThat(summary.setAside()).isEmpty();
        assertThat(folders())
                .hasSize(11)
                .containsEntry("c4|mira|", "mira-former")
                .containsKey("new|mira|")
                .doesNotContainKey("c5|mira|");
        assertThat(tenant.paths.stream().filter(path -> path.contains("contacts/delta?$select")))
                .hasSize(1);
    }

    @Test
    void an_app_that_may_not_read_contacts_reads_the_mail_all_the_same_and_says_so() {
        tenant.faults = path -> path.contains("contactFolders") ? FakeTransport.error(403, "ErrorAccessDenied") : null;

        SyncSummary summary = synced.round();

        assertThat(summary.setAside()).isEmpty();
        assertThat(summary.shut()).containsExactly(entry("Contact_v1 ErrorAccessDenied", 3L));
        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(18);
    }

    @Test
    void faults_cost_time_and_nothing_else() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.CONTACT);
        List<Answer> faults = List.of(
                FakeTransport.BREAK,
                FakeTransport.json("{\"value\":[{\"id\":\"x"),
                FakeTransport.json("{\"value\":[{\"id\":7,\"emailAddresses\":7}],\"@odata.deltaLink\":7}"),
                FakeTransport.json("{\"value\":[{\"id\":\"mira-friends\"},{\"displayName\":\"x\"}]}"),
                FakeTransport.error(429, "TooManyRequests", "retry-after", "12.5"),
                FakeTransport.error(504, "SomeCode"));
        for (String kind : List.of(
                ".*/contactFolders/contacts\\?.*",
                ".*/contactFolders\\?.*",
                ".*/contactFolders/.*/childFolders.*",
                ".*/contacts/delta\\?\\$select.*",
                ".*/contacts/delta\\?\\$skip.*")) {
            for (Answer fault : faults) {
                Synced other = new Synced(tenant);
                Map<String, Integer> times = new HashMap<>();
                tenant.faults = path -> path.matches(kind) && times.merge(path, 1, Integer::sum) == 1 ? fault : null;

                SyncSummary summary = other.round();

                assertThat(times).as(kind).isNotEmpty();
                assertThat(summary.setAside()).as(kind + fault).isEmpty();
                assertThat(other.rows(Datasets.CONTACT)).as(kind + fault).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_round_over_changes_that_dies_anywhere_is_taken_up_where_it_was() {
        int requests = changed().requests();
        Map<String, String> expected = changed().ended().rows(Datasets.CONTACT);
        for (int dies = 1; dies <= requests; dies += 2) {
            Changed other = changed();
            int[] heard = {0};
            int last = dies;
            other.tenant().faults = path -> {
                if (++heard[0] == last) {
                    throw new IllegalStateException("killed");
                }
                return null;
            };
            assertThatThrownBy(other.synced()::round).hasMessage("killed");
            other.tenant().faults = path -> null;

            assertThat(other.ended().rows(Datasets.CONTACT))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
    }

    /** A tenant that was read, and in which much has changed since. */
    private record Changed(FakeTenant tenant, Synced synced) {

        Synced ended() {
            synced.round();
            return synced;
        }

        int requests() {
            tenant.paths.clear();
            synced.round();
            return tenant.paths.size();
        }
    }

    private static Changed changed() {
        FakeTenant other = FakeCompany.founded();
        FakeContacts known = other.contacts("mira");
        for (int i = 1; i <= 9; i++) {
            known.contact("c" + i, "contacts", "c" + i + "@fabrikam.com");
        }
        Synced reader = new Synced(other);
        reader.round();
        known.delete("c1");
        known.move("c2", "friends");
        known.move("c3", "former");
        known.contact("c4", "contacts", "other@fabrikam.com");
        known.contact("new", "friends", "new@fabrikam.com");
        return new Changed(other, reader);
    }

    private Map<String, String> folders() {
        return synced.column(Datasets.CONTACT, "parentFolderId");
    }
}
