package io.rapport.model.input;

import java.util.List;

/**
 * Something about rows of the customers' files that people should know before they rely on them.
 *
 * @param kind what it is
 * @param count rows
 * @param firstLines lines of the file on which the first of them begin, from 1
 */
public record CustomerFinding(Kind kind, long count, List<Long> firstLines) {

    public CustomerFinding {
        firstLines = List.copyOf(firstLines);
    }

    /** What can be said of rows. */
    public enum Kind {
        ACCOUNT_ROW_BROKEN(false, "with another number of fields than the header: left out"),
        ACCOUNT_WITHOUT_ID(false, "without an account id: left out"),
        ACCOUNT_AGAIN(false, "with an account id that stood there before: the first one counts"),
        CONTACT_ROW_BROKEN(true, "with another number of fields than the header: left out"),
        CONTACT_WITHOUT_ADDRESS(true, "without a usable email address: of no use"),
        CONTACT_WITHOUT_ACCOUNT(true, "without an account: of no use"),
        CONTACT_OF_UNKNOWN_ACCOUNT(true, "of an account that the file of accounts does not have: of no use");

        private final boolean isOfContacts;
        private final String words;

        Kind(boolean isOfContacts, String words) {
            this.isOfContacts = isOfContacts;
            this.words = words;
        }

        public boolean isOfContacts() {
            return isOfContacts;
        }

        /** Goes on from "12 rows". */
        public String words() {
            return words;
        }

        /** Whether the rows can't be read at all. */
        public boolean isBroken() {
            return this == ACCOUNT_ROW_BROKEN || this == CONTACT_ROW_BROKEN;
        }
    }
}
