package io.rapport.simulator.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * An entry of somebody's Outlook contacts, as it is at one instant.
 *
 * @param id within the mailbox, the same in every folder
 * @param folder where it lies
 * @param folderId the folder's id within the mailbox
 * @param displayName private: what must not land
 * @param companyName whom the person works for; empty where nobody wrote it down
 * @param addresses one or two
 * @param created when it was made
 * @param lastModified when it last changed
 * @param version a number that differs between two versions of the contact
 */
public record OutlookContact(
        String id,
        ContactFolder folder,
        String folderId,
        String displayName,
        String companyName,
        List<String> addresses,
        Instant created,
        Instant lastModified,
        long version) {

    public OutlookContact {
        addresses = List.copyOf(addresses);
    }
}
