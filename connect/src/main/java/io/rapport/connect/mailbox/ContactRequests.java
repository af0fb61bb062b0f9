package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;

/**
 * What is asked of the contacts: the allow-list of {@code Contact_v1}, and no more.
 *
 * @param pageSize contacts a page
 */
record ContactRequests(MailboxRequests mailbox, int pageSize) {

    private static final String CONTACT = StampedRows.select(Datasets.CONTACT);
    private static final String FOLDER = "?$select=id,parentFolderId";
    private static final String FOLDERS = FOLDER + "&$top=250";

    /** Outlook's own folder, by the name that Graph knows in every language; lists don't name it. */
    GraphRequest defaultFolder() {
        return mailbox.to("/contactFolders/contacts" + FOLDER);
    }

    /** The others, but for those below them. */
    GraphRequest folders() {
        return mailbox.to("/contactFolders" + FOLDERS);
    }

    GraphRequest children(String folder) {
        return mailbox.to("/contactFolders/" + UrlText.escaped(folder) + "/childFolders" + FOLDERS);
    }

    GraphRequest contacts(String folder) {
        return mailbox.to("/contactFolders/" + UrlText.escaped(folder) + "/contacts/delta?$select=" + CONTACT)
                .paged(pageSize);
    }

    GraphRequest contactsFrom(String link) {
        return mailbox.follow(link).paged(pageSize);
    }

    GraphRequest contact(String id) {
        return mailbox.to("/contacts/" + UrlText.escaped(id) + "?$select=" + CONTACT);
    }
}
