package io.rapport.simulator.truth;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.company.Profiles;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.OutlookContact;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Whose address it is, at the instant of an export: a listed person's, a list's, somebody's at an account. */
final class Addresses {

    private final Company company;
    private final Instant at;
    private final BitSet listed;
    private final Map<String, Integer> colleagues = new HashMap<>();
    private final Map<String, MailingList> lists = new HashMap<>();
    private final Map<String, Set<AccountSide>> accounts = new HashMap<>();

    Addresses(Company company, Instant at, BitSet listed) {
        this.company = company;
        this.at = at;
        this.listed = listed;
        for (Person person : company.people()) {
            if (!person.isGuest() && person.isInDirectory(at)) {
                colleagues.put(person.mail(), person.index());
                colleagues.put(person.userPrincipalName(), person.index());
                person.aliases().forEach(alias -> colleagues.put(alias, person.index()));
            }
        }
        company.lists().forEach(list -> lists.put(list.party().address(), list));
        for (Profiles.Contact contact : new Profiles(company).contacts()) {
            accounts.computeIfAbsent(contact.address(), any -> new HashSet<>())
                    .add(new AccountSide(contact.account(), contact.id()));
        }
        link();
    }

    /** The listed person behind an address, or -1. */
    int listed(String address) {
        int person = colleagues.getOrDefault(address, -1);
        return person >= 0 && listed.get(person) ? person : -1;
    }

    Set<AccountSide> accounts(String address) {
        return accounts.getOrDefault(address, Set.of());
    }

    /** Everybody whom an address reaches, under which address: itself, or those of a list's members. */
    void reached(String address, Consumer<String> to) {
        MailingList list = lists.get(address);
        if (list == null) {
            to.accept(address);
            return;
        }
        list.reach().stream()
                .mapToObj(company.people()::get)
                .filter(person -> person.isInDirectory(at))
                .forEach(person -> to.accept(person.mail()));
    }

    /** Addresses that only Outlook contacts know go to whom they stand beside in more than half of the mailboxes. */
    private void link() {
        Map<String, Set<Integer>> holders = new HashMap<>();
        Map<String, Map<String, Set<Integer>>> beside = new HashMap<>();
        AccountsOfPeople teams = new AccountsOfPeople(company);
        for (Person person : company.people()) {
            if (person.isValidUser(at)) {
                for (OutlookContact contact : ContactBook.open(teams, person).contacts(at)) {
                    note(person.index(), contact.addresses(), holders, beside);
                }
            }
        }
        Map<String, String> owners = new HashMap<>();
        beside.forEach((address, candidates) -> {
            int half = holders.getOrDefault(address, Set.of()).size();
            List<String> likely = candidates.entrySet().stream()
                    .filter(candidate -> candidate.getValue().size() * 2 > half)
                    .map(Map.Entry::getKey)
                    .toList();
            if (likely.size() == 1) {
                owners.put(address, likely.get(0));
            }
        });
        owners.forEach(this::give);
    }

    private void note(
            int mailbox,
            List<String> addresses,
            Map<String, Set<Integer>> holders,
            Map<String, Map<String, Set<Integer>>> beside) {
        for (String address : addresses) {
            if (colleagues.containsKey(address) || lists.containsKey(address) || accounts.containsKey(address)) {
                continue;
            }
            holders.computeIfAbsent(address, any -> new HashSet<>()).add(mailbox);
            for (String other : addresses) {
                owners(other)
                        .forEach(owner -> beside.computeIfAbsent(address, any -> new HashMap<>())
                                .computeIfAbsent(owner, any -> new HashSet<>())
                                .add(mailbox));
            }
        }
    }

    /** Listed people by their number, account contacts by their id. */
    private Set<String> owners(String address) {
        Set<String> owners = new HashSet<>();
        int person = listed(address);
        if (person >= 0) {
            owners.add("#" + person);
        }
        accounts(address).forEach(side -> owners.add(side.contact()));
        return owners;
    }

    private void give(String address, String owner) {
        if (owner.startsWith("#")) {
            colleagues.put(address, Integer.parseInt(owner.substring(1)));
            return;
        }
        Set<AccountSide> sides = new HashSet<>();
        accounts.values()
                .forEach(each -> each.stream()
                        .filter(side -> side.contact().equals(owner))
                        .forEach(sides::add));
        accounts.put(address, sides);
    }
}
