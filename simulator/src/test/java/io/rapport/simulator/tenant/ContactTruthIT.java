package io.rapport.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.MailboxState;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.ContactSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What change tracking tells of contacts, against what their owners did. */
class ContactTruthIT {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    /** Shorter than the life of any contact, so that no round hides one. */
    private static final Duration ROUND = Duration.ofDays(4);

    private final SimulatedTenant tenant = SimulatedTenant.start(TenantPlan.small(17, BEGIN));
    private final Client mail = Client.of(tenant, StandardApp.OUTLOOK_MAIL).with("Prefer", "IdType=\"ImmutableId\"");

    @AfterEach
    void close() {
        assertThat(tenant.counters().totals().unexpected()).isZero();
        tenant.close();
    }

    @Test
    void what_came_changed_and_went_is_what_owners_did() {
        List<Person> people = tenant.people().stream()
                .filter(person -> person.mailboxState(BEGIN) == MailboxState.ACTIVE
                        && person.isPresent(BEGIN.plus(Duration.ofDays(200))))
                .limit(6)
                .toList();
        Set<String> told = new TreeSet<>();
        Set<String> done = new TreeSet<>();
        for (Person person : people) {
            Tracked tracked = new Tracked(person);
            tracked.round();
            for (int round = 1; round <= 40; round++) {
                Instant before = tenant.clock().instant();
                tenant.clock().advance(ROUND);
                told.addAll(tracked.round());
                done.addAll(truth(person, before, tenant.clock().instant()));
            }
            tenant.clock().set(BEGIN);
        }

        assertThat(done).anyMatch(each -> each.startsWith("ContactCreated"));
        assertThat(done).anyMatch(each -> each.startsWith("ContactUpdated"));
        assertThat(done).anyMatch(each -> each.startsWith("RemoveContact"));
        assertThat(told.removeIf(each -> each.startsWith("Moved"))).isTrue();
        assertThat(told).isEqualTo(done);
    }

    /** What the owner did with which contact; what came and was changed within one round only came. */
    private Set<String> truth(Person person, Instant since, Instant until) {
        Set<String> done = new TreeSet<>();
        List<ContactSignal> signals = ContactBook.open(new AccountsOfPeople(tenant.company()), person)
                .signals(since.plusSeconds(1), until.plusSeconds(1));
        Set<String> created = signals.stream()
                .filter(signal -> signal.type() == ContactSignal.Type.CONTACT_CREATED)
                .map(ContactSignal::contactId)
                .collect(Collectors.toSet());
        for (ContactSignal signal : signals) {
            boolean isTold = signal.type() != ContactSignal.Type.ADD_CONTACT
                    && (signal.type() != ContactSignal.Type.CONTACT_UPDATED || !created.contains(signal.contactId()));
            if (isTold) {
                done.add(signal.type().wireName() + " " + until + " " + signal.contactId());
            }
        }
        return done;
    }

    /** One mailbox's contacts, followed by delta links. */
    private final class Tracked {

        private final Map<String, String> links = new HashMap<>();
        private final Map<String, String> folderOf = new HashMap<>();

        Tracked(Person person) {
            String folders = "/users/" + person.id() + "/contactFolders/";
            List<String> ids = new ArrayList<>(List.of("contacts"));
            for (int i = 0; i < ids.size(); i++) {
                mail.get(folders + ids.get(i) + "/childFolders?$top=100")
                        .value()
                        .forEach(folder -> ids.add(String.valueOf(folder.get("id"))));
            }
            ids.forEach(id -> links.put(id, folders + id + "/contacts/delta?$select=companyName"));
        }

        /** @return what is new since the round before, as a type, the time and the contact */
        Set<String> round() {
            Map<String, String> present = new HashMap<>();
            Map<String, String> gone = new HashMap<>();
            links.replaceAll((folder, link) -> {
                List<Client.Reply> pages = mail.pages(link);
                for (Client.Reply page : pages) {
                    for (Map<String, @Nullable Object> contact : page.value()) {
                        (contact.containsKey("@removed") ? gone : present)
                                .put(String.valueOf(contact.get("id")), folder);
                    }
                }
                return pages.get(pages.size() - 1).member("@odata.deltaLink");
            });
            Set<String> told = new HashSet<>();
            String at = " " + tenant.clock().instant() + " ";
            present.forEach((id, folder) -> {
                String before = folderOf.put(id, folder);
                String type = before == null ? "ContactCreated" : before.equals(folder) ? "ContactUpdated" : "Moved";
                told.add(type + at + id);
            });
            gone.forEach((id, folder) -> {
                if (folderOf.remove(id, folder)) {
                    told.add("RemoveContact" + at + id);
                }
            });
            return told;
        }
    }
}
