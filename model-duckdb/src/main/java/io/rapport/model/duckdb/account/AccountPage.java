package io.rapport.model.duckdb.account;

import java.util.List;

/**
 * Part of a list of accounts.
 *
 * @param accounts in their order
 * @param found how many there are in all
 */
public record AccountPage(List<AccountStanding> accounts, long found) {

    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
