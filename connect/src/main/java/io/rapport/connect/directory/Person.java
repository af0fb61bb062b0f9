package io.rapport.connect.directory;

import java.util.List;

/**
 * A user, as far as it decides whether the mailbox is read.
 *
 * @param id object id
 * @param isEnabled may sign in; the account behind a shared mailbox usually may not
 * @param isLicensed has a plan of Exchange
 * @param isGuest has the mailbox elsewhere
 * @param addresses in normal form
 */
public record Person(String id, boolean isEnabled, boolean isLicensed, boolean isGuest, List<String> addresses) {

    public Person {
        addresses = List.copyOf(addresses);
    }
}
