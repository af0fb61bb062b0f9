package io.rapport.simulator.mailbox;

import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.worktime.PersonIndex;
import java.util.ArrayList;
import java.util.List;

/** Which accounts somebody looks after. Immutable. */
public final class AccountsOfPeople {

    private final Company company;
    private final PersonIndex index;

    public AccountsOfPeople(Company company) {
        this.company = company;
        this.index = new PersonIndex(company.people().size());
        for (Account account : company.accounts()) {
            account.team().forEach(person -> index.add(person, account.index()));
        }
        index.close();
    }

    Company company() {
        return company;
    }

    /** In the order of their numbers. */
    public List<Account> of(int person) {
        List<Account> accounts = new ArrayList<>();
        for (int account : index.of(person)) {
            accounts.add(company.accounts().get(account));
        }
        return accounts;
    }
}
