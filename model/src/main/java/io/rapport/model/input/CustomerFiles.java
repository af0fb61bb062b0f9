package io.rapport.model.input;

import java.nio.file.Path;

/**
 * The two files of customer profiles, as somebody brought them.
 *
 * @param accounts CSV of accounts
 * @param contacts CSV of their contacts
 * @param accountsName how messages name the one
 * @param contactsName how messages name the other
 */
public record CustomerFiles(Path accounts, Path contacts, Path accountsName, Path contactsName) {

    /** Named as they lie there. */
    public static CustomerFiles at(Path accounts, Path contacts) {
        return new CustomerFiles(accounts, contacts, accounts, contacts);
    }

    Path file(boolean isOfContacts) {
        return isOfContacts ? contacts : accounts;
    }

    Path name(boolean isOfContacts) {
        return isOfContacts ? contactsName : accountsName;
    }
}
