package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Selection.Person;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose an address is once the options have worked: a listed person's, an account's contact's, or nobody's. */
final class Sides {

    final Map<String, Person> personOf = new TreeMap<>();
    final Set<String> linkedToPeople = new TreeSet<>();
    final Set<String> linkedToContacts = new TreeSet<>();
    final Set<String> ownDomains = new TreeSet<>();

    private final CompanyInput input;
    private final Selection selection;
    private final ContactRows rows;
    /** Contacts by address: the file's and the linked ones. */
    private final Map<String, Set<Contact>> contactsOf = new TreeMap<>();
    /** The accounts among whose contacts' addresses a domain occurs. */
    private final Map<String, Set<String>> accountsOfDomain = new TreeMap<>();

    Sides(CompanyInput input, Selection selection, ContactRows rows) {
        this.input = input;
        this.selection = selection;
        this.rows = rows;
        selection.people.values().forEach(person -> person.addresses().forEach(a -> personOf.put(a, person)));
        rows.byAddress.forEach((address, contacts) -> contactsOf.put(address, new HashSet<>(contacts)));
        if (input.options().linkContacts()) {
            link();
        }
        selection.directory.colleagueOf.keySet().forEach(address -> ownDomains.add(domain(address)));
        contactsOf.forEach((address, contacts) -> contacts.forEach(contact -> accountsOfDomain
                .computeIfAbsent(domain(address), key -> new TreeSet<>())
                .add(contact.account())));
        if (input.options().rollUp()) {
            rows.accounts.keySet().forEach(rows::ancestors); // refuses a cycle, wherever it is
        }
    }

    private void link() {
        OutlookContacts outlook = new OutlookContacts(input, selection);
        Map<String, Set<String>> addressesById = rows.addressesById();
        // One pass: found on the addresses from before, added afterwards.
        Map<String, Person> newOfPeople = new TreeMap<>();
        Map<String, String> newOfContacts = new TreeMap<>();
        for (String address : outlook.addresses()) {
            if (!isNobodys(address)) {
                continue;
            }
            Set<Person> people = new HashSet<>();
            for (Person person : selection.people.values()) {
                if (outlook.mostMailboxesSay(address, person.addresses())) {
                    people.add(person);
                }
            }
            Set<String> contactIds = new HashSet<>();
            addressesById.forEach((id, addresses) -> {
                if (outlook.mostMailboxesSay(address, addresses)) {
                    contactIds.add(id);
                }
            });
            if (people.size() + contactIds.size() == 1) {
                people.forEach(person -> newOfPeople.put(address, person));
                contactIds.forEach(id -> newOfContacts.put(address, id));
            }
        }
        personOf.putAll(newOfPeople);
        linkedToPeople.addAll(newOfPeople.keySet());
        linkedToContacts.addAll(newOfContacts.keySet());
        newOfContacts.forEach((address, id) -> {
            Set<Contact> contacts = new HashSet<>();
            for (Contact contact : rows.all()) {
                if (contact.id().equals(id)) {
                    contacts.add(contact); // "the address then belongs to it in all of them"
                }
            }
            contactsOf.put(address, contacts);
        });
    }

    /** The listed person whose address this is, or null. */
    @Nullable
    Person person(@Nullable String address) {
        return address == null ? null : personOf.get(address);
    }

    /** The account contacts whose address this is, in all accounts that it counts for. */
    Set<Contact> contacts(@Nullable String address) {
        Set<Contact> contacts = new HashSet<>();
        if (address == null) {
            return contacts;
        }
        contacts.addAll(contactsOf.getOrDefault(address, Set.of()));
        if (input.options().matchDomains() && isNobodys(address)) {
            String account = ownerOfDomain(domain(address));
            if (account != null) {
                contacts.add(new Contact(account, address)); // "known by that address"
            }
        }
        if (input.options().rollUp()) {
            for (Contact contact : Set.copyOf(contacts)) {
                rows.ancestors(contact.account()).forEach(parent -> contacts.add(new Contact(parent, contact.id())));
            }
        }
        return contacts;
    }

    private @Nullable String ownerOfDomain(String domain) {
        Set<String> accounts = accountsOfDomain.getOrDefault(domain, Set.of());
        boolean isForeign = !input.publicDomains().contains(domain) && !ownDomains.contains(domain);
        return accounts.size() == 1 && isForeign ? accounts.iterator().next() : null;
    }

    /** No colleague's, group's, listed person's, account contact's and no excluded person's; domains aside. */
    private boolean isNobodys(String address) {
        return !selection.directory.colleagueOf.containsKey(address)
                && !selection.directory.groupOf.containsKey(address)
                && !selection.excludedAddresses.contains(address)
                && !personOf.containsKey(address)
                && !contactsOf.containsKey(address);
    }

    /** Nobody's after everything, domains too. */
    boolean isStranger(String address) {
        return isNobodys(address) && contacts(address).isEmpty();
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
