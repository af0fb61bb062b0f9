package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import java.time.Instant;
import java.util.List;

/**
 * What is asked of the mail. What of a message is asked for is the allow-list of {@code Message_v1}, and no more.
 *
 * @param pageSize messages a page
 */
record MailRequests(MailboxRequests mailbox, int pageSize) {

    /** Folders that are not read, nor those below them, by the names that Graph knows in every language. */
    static final List<String> LEFT_OUT = List.of("junkemail", "drafts", "outbox", "conversationhistory", "syncissues");

    private static final String MESSAGE = StampedRows.select(Datasets.MESSAGE);
    private static final String FOLDER = "?$select=id,parentFolderId,childFolderCount&$top=250";

    GraphRequest folders() {
        return mailbox.to("/mailFolders" + FOLDER);
    }

    GraphRequest children(String folder) {
        return mailbox.to("/mailFolders/" + UrlText.escaped(folder) + "/childFolders" + FOLDER);
    }

    GraphRequest leftOut(String name) {
        return mailbox.to("/mailFolders/" + name + "?$select=id");
    }

    /** All of a folder, newest first, without a filter: with one, Graph stops at 5,000 messages. */
    GraphRequest messages(String folder) {
        return mailbox.to("/mailFolders/" + UrlText.escaped(folder) + "/messages/delta?$select=" + MESSAGE
                        + "&$orderby=receivedDateTime%20desc")
                .paged(pageSize);
    }

    /** A folder from where it was left. */
    GraphRequest messagesFrom(String link) {
        return mailbox.follow(link).paged(pageSize);
    }

    /** Where there is no delta: what was modified since, the earliest first. */
    GraphRequest modified(String folder, Instant since) {
        return mailbox.to("/mailFolders/" + UrlText.escaped(folder) + "/messages?$select=" + MESSAGE + "&$filter="
                + UrlText.escaped("lastModifiedDateTime ge " + since) + "&$orderby=lastModifiedDateTime&$top="
                + pageSize);
    }

    GraphRequest message(String id) {
        return mailbox.to("/messages/" + UrlText.escaped(id) + "?$select=" + MESSAGE);
    }
}
