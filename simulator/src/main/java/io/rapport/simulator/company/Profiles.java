package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer profiles, as somebody keeps them by hand: most people of the accounts, the desks of some newsletters,
 * consultants who work for two accounts. Immutable.
 */
public final class Profiles {

    private static final int DESKS_PER_MILLE = 500;
    private static final int CONSULTANTS_PER_MILLE = 10;

    private final List<Account> accounts;
    private final List<Contact> contacts = new ArrayList<>();

    public Profiles(Company company) {
        this.accounts = company.accounts();
        long key = Chance.key(company.plan().seed(), "profiles");
        for (Account account : accounts) {
            for (AccountContact contact : account.contacts()) {
                long own = Chance.mix(key, contact.index());
                if (contact.isInProfiles()) {
                    add(contact, account);
                    if (Chance.isWithin(own, CONSULTANTS_PER_MILLE)) {
                        add(contact, accounts.get(Chance.below(Chance.mix(own, 1), accounts.size())));
                    }
                }
            }
            boolean hasDesk = account.newslettersPerMonth() > 0
                    && Chance.isWithin(Chance.mix(key, account.index(), 2), DESKS_PER_MILLE);
            if (hasDesk) {
                Party desk = account.desk();
                contacts.add(new Contact("NEWS-" + account.id(), account.index(), desk.name(), desk.address()));
            }
        }
    }

    /**
     * A row of the contact data set.
     *
     * @param id the contact's
     * @param account index of the account
     * @param name private
     * @param address one
     */
    public record Contact(String id, int account, String name, String address) {}

    public List<Account> accounts() {
        return accounts;
    }

    public List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    private void add(AccountContact contact, Account account) {
        contacts.add(new Contact(
                contact.id(),
                account.index(),
                contact.party().name(),
                contact.party().address()));
    }
}
