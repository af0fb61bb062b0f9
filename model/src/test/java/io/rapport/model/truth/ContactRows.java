package io.rapport.model.truth;

import io.rapport.core.address.Address;
import io.rapport.model.contract.AccountRow;
import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.ContactRow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of accounts and contacts: which are usable, and what they say. */
final class ContactRows {

    /** An account contact: known by its contact id within its account. */
    record Contact(String account, String id) {}

    /** Account ids with their parents; null where there is none that is known. */
    final Map<String, @Nullable String> accounts = new TreeMap<>(CodePoints.ORDER);
    /** What the file says of each address. */
    final Map<String, Set<Contact>> byAddress = new TreeMap<>(CodePoints.ORDER);

    final Map<String, Integer> accountsLeftOut = new TreeMap<>();
    final Map<String, Integer> contactsLeftOut = new TreeMap<>();

    ContactRows(CompanyInput input, Selection selection) {
        readAccounts(input);
        for (ContactRow row : input.contacts()) {
            String address = Address.normalForm(row.email());
            String account = trimmed(row.account());
            String reason = reasonToLeaveOut(row, address, account, selection);
            if (reason != null || address == null || account == null) {
                contactsLeftOut.merge(String.valueOf(reason), 1, Integer::sum);
                continue;
            }
            String id = trimmed(row.id());
            byAddress
                    .computeIfAbsent(address, key -> new HashSet<>())
                    .add(new Contact(account, id == null ? address : id));
        }
    }

    private void readAccounts(CompanyInput input) {
        Map<String, @Nullable String> parents = new TreeMap<>();
        for (AccountRow row : input.accounts()) {
            String id = trimmed(row.id());
            if (id == null) {
                accountsLeftOut.merge("Blank id", 1, Integer::sum);
            } else if (parents.containsKey(id)) {
                accountsLeftOut.merge("Id seen before", 1, Integer::sum);
            } else {
                parents.put(id, trimmed(row.parent()));
            }
        }
        // "an unknown parent is none"
        parents.forEach(
                (id, parent) -> accounts.put(id, parent != null && parents.containsKey(parent) ? parent : null));
    }

    private @Nullable String reasonToLeaveOut(
            ContactRow row, @Nullable String address, @Nullable String account, Selection selection) {
        if (trimmed(row.email()) == null) {
            return "No address";
        }
        if (address == null) {
            return "Not an address";
        }
        if (account == null || !accounts.containsKey(account)) {
            return "No such account";
        }
        if (selection.excludedAddresses.contains(address)) {
            return "Excluded";
        }
        if (selection.directory.colleagueOf.containsKey(address)) {
            return "A colleague";
        }
        if (selection.directory.groupOf.containsKey(address)) {
            return "A group";
        }
        return selection.people.containsKey("address " + address) ? "A listed person" : null;
    }

    /** The account's parents, parents' parents and so on, nearest first. */
    Set<String> ancestors(String account) {
        Set<String> ancestors = new LinkedHashSet<>();
        for (String parent = accounts.get(account); parent != null; parent = accounts.get(parent)) {
            if (parent.equals(account) || !ancestors.add(parent)) {
                throw Refusal.PARENT_CYCLE.exception();
            }
        }
        return ancestors;
    }

    /** All contacts of the file, each once. */
    Set<Contact> all() {
        Set<Contact> all = new HashSet<>();
        byAddress.values().forEach(all::addAll);
        return all;
    }

    /** The addresses that rows give to a contact id, in whatever account. */
    Map<String, Set<String>> addressesById() {
        Map<String, Set<String>> addresses = new TreeMap<>(CodePoints.ORDER);
        byAddress.forEach((address, contacts) -> contacts.forEach(contact ->
                addresses.computeIfAbsent(contact.id(), id -> new TreeSet<>()).add(address)));
        return addresses;
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
