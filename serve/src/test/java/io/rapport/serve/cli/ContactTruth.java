package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.MailboxState;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.ContactSignal;
import io.rapport.simulator.mailbox.OutlookContact;
import io.rapport.simulator.tenant.SimulatedTenant;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people of a tenant did with their contacts, folded as syncs at certain times see it, and what a home says. */
final class ContactTruth {

    private final List<Instant> synced;
    private final List<Person> people;
    private final AccountsOfPeople accounts;

    /** @param synced when, the first one first; people who leave meanwhile are not looked at */
    ContactTruth(SimulatedTenant tenant, List<Instant> synced) {
        Instant first = synced.get(0);
        Instant last = synced.get(synced.size() - 1);
        this.synced = synced;
        this.people = tenant.people().stream()
                .filter(person -> person.isValidUser(first)
                        && person.isValidUser(last)
                        && person.isPresent(last)
                        && person.mailboxState(first) == MailboxState.ACTIVE)
                .toList();
        this.accounts = new AccountsOfPeople(tenant.company());
    }

    /** Signal by signal, a line each. */
    String shown(Path home) {
        String owners = people.stream().map(person -> "'" + person.id() + "'").collect(Collectors.joining(", "));
        Typed typed = Typed.at(
                synced.get(synced.size() - 1),
                home,
                "query",
                // What is gone is dated when the sync that saw it wrote it down, on the machine's time.
                "select \"SignalType\" || ' ' || puser || ' ' || strftime(case when \"SignalType\" = 'RemoveContact'"
                        + " then date_trunc('hour', \"StartTime\") else \"StartTime\" end, '%Y-%m-%dT%H:%M:%SZ') as line"
                        + " from OutlookContactActivity_v0 where puser in (" + owners + ") order by 1",
                "--format",
                "csv");
        assertThat(typed.code()).as(typed.err()).isZero();
        return typed.out().lines().skip(1).sorted().collect(Collectors.joining("\n"));
    }

    /** The generator's own list, folded. */
    String folded() {
        List<String> lines = new ArrayList<>();
        for (Person person : people) {
            ContactBook book = ContactBook.open(accounts, person);
            book.contacts(synced.get(0))
                    .forEach(contact -> lines.add(line("ContactCreated", person, contact.created())));
            for (int i = 1; i < synced.size(); i++) {
                fold(person, book, synced.get(i - 1), synced.get(i), lines);
            }
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static void fold(Person person, ContactBook book, Instant since, Instant until, List<String> lines) {
        Map<String, OutlookContact> before = byId(book, since);
        Map<String, OutlookContact> after = byId(book, until);
        Map<String, Instant> updated = new HashMap<>();
        Set<String> known = before.values().stream()
                .flatMap(contact -> contact.addresses().stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<ContactSignal> signals = book.signals(since.plusSeconds(1), until.plusSeconds(1)).stream()
                .sorted(Comparator.comparing(ContactSignal::at).thenComparing(ContactSignal::contactId))
                .toList();
        for (ContactSignal signal : signals) {
            @Nullable OutlookContact was = before.get(signal.contactId());
            @Nullable OutlookContact is = after.get(signal.contactId());
            switch (signal.type()) {
                case CONTACT_CREATED -> {
                    if (is != null) {
                        lines.add(line("ContactCreated", person, signal.at()));
                        if (is.addresses().stream().noneMatch(known::contains)) {
                            lines.add(line("AddContact", person, signal.at()));
                        }
                        known.addAll(is.addresses());
                    }
                }
                case CONTACT_UPDATED -> {
                    // Beside a move, what else changed can't be seen.
                    if (was != null && is != null && was.folder() == is.folder()) {
                        updated.merge(signal.contactId(), signal.at(), (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
                case REMOVE_CONTACT -> {
                    if (was != null) {
                        lines.add(line("RemoveContact", person, until));
                    }
                }
                case ADD_CONTACT -> {
                    // Whether it is one depends on what was known.
                }
            }
        }
        updated.values().forEach(at -> lines.add(line("ContactUpdated", person, at)));
    }

    private static Map<String, OutlookContact> byId(ContactBook book, Instant at) {
        return book.contacts(at).stream().collect(Collectors.toMap(OutlookContact::id, contact -> contact));
    }

    private static String line(String signal, Person person, Instant at) {
        return signal + " " + person.id() + " " + at;
    }
}
