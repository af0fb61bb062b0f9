package io.rapport.simulator.mailbox;

import java.time.Instant;

/**
 * What somebody did with a contact, as contact activity records it.
 *
 * @param type which of the four
 * @param id the signal's own
 * @param contactId the contact's, within the mailbox
 * @param at when it was done
 * @param written when it was written down, minutes later
 */
public record ContactSignal(Type type, String id, String contactId, Instant at, Instant written) {

    /** The signals, as Microsoft names them. */
    public enum Type {
        CONTACT_CREATED("ContactCreated"),
        ADD_CONTACT("AddContact"),
        CONTACT_UPDATED("ContactUpdated"),
        REMOVE_CONTACT("RemoveContact");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
