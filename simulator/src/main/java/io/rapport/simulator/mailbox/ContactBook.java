package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.AccountContact;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.company.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The Outlook contacts of one mailbox: people of the accounts that its owner looks after, with second addresses that
 * nobody else knows, and colleagues with their addresses at home. Immutable and thread-safe; a few dozen entries.
 */
public final class ContactBook {

    private static final int DAY = 86_400;
    private static final int KNOWN_PER_MILLE = 600;
    private static final int COLLEAGUES = 6;
    private static final int ALONE_PER_MILLE = 100;

    private final Company company;
    private final Person owner;
    private final long key;
    private final ItemIds ids;
    private final List<ContactEntry> entries = new ArrayList<>();

    private ContactBook(Company company, List<Account> accounts, Person owner) {
        this.company = company;
        this.owner = owner;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "contacts"), owner.index());
        long mailboxKey = Chance.mix(Chance.key(company.plan().seed(), "mailbox"), owner.index());
        this.ids = new ItemIds(owner.mailboxGuid(), mailboxKey);
        if (owner.isEmployee()) {
            accounts.forEach(this::addCustomers);
            addColleagues();
        }
        entries.sort(Comparator.comparingLong(ContactEntry::createdSecond).thenComparingLong(ContactEntry::key));
    }

    /** The contacts of an employee; a shared mailbox has none. */
    public static ContactBook open(AccountsOfPeople accounts, Person owner) {
        if (owner.isGuest()) {
            throw new IllegalArgumentException("a guest has no mailbox");
        }
        return new ContactBook(accounts.company(), accounts.of(owner.index()), owner);
    }

    /** The id of a folder within the mailbox. */
    public String folderId(ContactFolder folder) {
        return ids.folder("contacts " + folder.name());
    }

    /** All contacts, whatever the folder, oldest first. */
    public List<OutlookContact> contacts(Instant at) {
        long second = at.getEpochSecond();
        return entries.stream()
                .filter(entry -> entry.isThere(second))
                .map(entry -> entry.contact(ids, second))
                .toList();
    }

    /** The contacts of a folder, oldest first. */
    public List<OutlookContact> contacts(ContactFolder folder, Instant at) {
        return contacts(at).stream()
                .filter(contact -> contact.folder() == folder)
                .toList();
    }

    /** What has changed in a folder after one instant, up to and including another. */
    public FolderChanges<OutlookContact> changes(ContactFolder folder, Instant since, Instant at) {
        List<OutlookContact> before = contacts(folder, since);
        List<OutlookContact> now = contacts(folder, at);
        List<OutlookContact> changed =
                now.stream().filter(contact -> !before.contains(contact)).toList();
        List<String> removed = before.stream()
                .map(OutlookContact::id)
                .filter(id -> now.stream().noneMatch(contact -> contact.id().equals(id)))
                .toList();
        return new FolderChanges<>(changed, removed);
    }

    /** What was done with them from one instant up to another, which is not included; in the order of time. */
    public List<ContactSignal> signals(Instant from, Instant until) {
        List<ContactSignal> signals = new ArrayList<>();
        for (ContactEntry entry : entries) {
            add(signals, ContactSignal.Type.CONTACT_CREATED, entry, entry.createdSecond());
            add(signals, ContactSignal.Type.ADD_CONTACT, entry, entry.createdSecond());
            entry.changeSeconds().stream()
                    .filter(second -> second < entry.removedSecond())
                    .forEach(second -> add(signals, ContactSignal.Type.CONTACT_UPDATED, entry, second));
            add(signals, ContactSignal.Type.REMOVE_CONTACT, entry, entry.removedSecond());
        }
        return signals.stream()
                .filter(signal -> !signal.at().isBefore(from) && signal.at().isBefore(until))
                .sorted(Comparator.comparing(ContactSignal::at).thenComparing(ContactSignal::id))
                .toList();
    }

    private void add(List<ContactSignal> signals, ContactSignal.Type type, ContactEntry entry, long second) {
        if (second != Long.MAX_VALUE && owner.isPresent(Instant.ofEpochSecond(second))) {
            long signalKey = Chance.mix(Chance.mix(entry.key(), second), Chance.key(key, type.wireName()));
            Instant at = Instant.ofEpochSecond(second);
            signals.add(new ContactSignal(
                    type,
                    ids.signal(signalKey),
                    ids.item(entry.key()),
                    at,
                    at.plusSeconds(60 + Chance.below(signalKey, 3_000))));
        }
    }

    private void addCustomers(Account account) {
        for (AccountContact contact : account.contacts()) {
            Draws draws = new Draws(Chance.mix(key, contact.index(), 1));
            if (draws.isWithin(KNOWN_PER_MILLE)) {
                Party second = contact.second();
                List<String> addresses = second == null
                        ? List.of(contact.party().address())
                        : List.of(contact.party().address(), second.address());
                add(contact.party().name(), account.name(), addresses, true, draws);
            }
        }
    }

    /** Some of those who work here, most with the address at home where there is one, a few with that alone. */
    private void addColleagues() {
        for (int i = 0; i < COLLEAGUES; i++) {
            Draws draws = new Draws(Chance.mix(key, i, 2));
            int person = draws.below(company.plan().people());
            Party atHome = company.atHome(person);
            if (person != owner.index()) {
                String mail = company.party(person).address();
                List<String> addresses = atHome == null
                        ? List.of(mail)
                        : draws.isWithin(ALONE_PER_MILLE) ? List.of(atHome.address()) : List.of(mail, atHome.address());
                add(company.party(person).name(), Company.NAME, addresses, false, draws);
            }
        }
    }

    private void add(String name, String companyName, List<String> addresses, boolean isCustomer, Draws draws) {
        long begin = company.begin().getEpochSecond();
        long second = begin + draws.between(-500, 760) * (long) DAY + draws.below(DAY);
        if (owner.isPresent(Instant.ofEpochSecond(second))) {
            entries.add(ContactEntry.of(draws.next(), name, companyName, addresses, isCustomer, second));
        }
    }
}
