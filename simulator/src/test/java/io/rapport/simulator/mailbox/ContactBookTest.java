package io.rapport.simulator.mailbox;

import static io.rapport.simulator.mailbox.TestCompany.AUTUMN;
import static io.rapport.simulator.mailbox.TestCompany.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactBookTest {

    private static final AccountsOfPeople ACCOUNTS = new AccountsOfPeople(TestCompany.company());

    @Test
    void changes_lead_from_one_state_of_a_folder_to_the_next() {
        for (int person = 0; person < 20; person++) {
            ContactBook book = book(person);
            for (ContactFolder folder : ContactFolder.values()) {
                Map<String, OutlookContact> state = byId(book.contacts(folder, AUTUMN));
                Instant since = AUTUMN;
                for (Instant at = AUTUMN; at.isBefore(SPRING); at = at.plus(Duration.ofDays(20))) {
                    FolderChanges<OutlookContact> changes = book.changes(folder, since, at);
                    changes.removed().forEach(id -> assertThat(state.remove(id)).isNotNull());
                    state.putAll(byId(changes.changed()));
                    assertThat(state).isEqualTo(byId(book.contacts(folder, at)));
                    since = at;
                }
            }
        }
    }

    @Test
    void people_keep_their_colleagues_addresses_at_home() {
        List<OutlookContact> all = all(SPRING);

        assertThat(TestCompany.company().people())
                .filteredOn(person -> person.findPrivateAddress().isPresent())
                .extracting(Person::privateAddress)
                .anyMatch(atHome ->
                        all.stream().anyMatch(contact -> contact.addresses().contains(atHome)));
        assertThat(all).anyMatch(contact -> contact.addresses().size() == 2);
        assertThat(all).extracting(OutlookContact::folder).contains(ContactFolder.values());
    }

    @Test
    void every_signal_of_a_creation_has_its_contact() {
        for (int person = 0; person < 20; person++) {
            ContactBook book = book(person);
            long created = book.signals(AUTUMN, SPRING).stream()
                    .filter(signal -> signal.type() == ContactSignal.Type.CONTACT_CREATED)
                    .count();
            long removed = book.signals(AUTUMN, SPRING).stream()
                    .filter(signal -> signal.type() == ContactSignal.Type.REMOVE_CONTACT)
                    .count();
            Instant before = AUTUMN.minusSeconds(1);
            Instant last = SPRING.minusSeconds(1);

            assertThat(book.contacts(last).size() - book.contacts(before).size())
                    .isEqualTo(created - removed);
        }
        List<ContactSignal> all = new ArrayList<>();
        for (int person = 0; person < 60; person++) {
            all.addAll(book(person).signals(AUTUMN, SPRING));
        }
        assertThat(all).extracting(ContactSignal::type).contains(ContactSignal.Type.values());
        assertThat(all).extracting(ContactSignal::id).doesNotHaveDuplicates();
    }

    private static ContactBook book(int person) {
        return ContactBook.open(ACCOUNTS, TestCompany.person(person));
    }

    private static List<OutlookContact> all(Instant at) {
        List<OutlookContact> all = new ArrayList<>();
        for (int person = 0; person < 60; person++) {
            all.addAll(book(person).contacts(at));
        }
        return all;
    }

    private static Map<String, OutlookContact> byId(List<OutlookContact> contacts) {
        Map<String, OutlookContact> byId = new HashMap<>();
        contacts.forEach(contact -> byId.put(contact.id(), contact));
        assertThat(byId).hasSameSizeAs(contacts);
        return byId;
    }
}
