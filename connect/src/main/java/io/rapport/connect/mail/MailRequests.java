package io.rapport.connect.mail;

import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import java.time.Instant;
import java.util.List;

/** What is asked of a mailbox. What of a message is asked for is the allow-list of {@code Message_v1}, and no more. */
final class MailRequests {

    /** Folders that are not read, nor those below them, by the names that Graph knows in every language. */
    static final List<String> LEFT_OUT = List.of("junkemail", "drafts", "outbox", "conversationhistory", "syncissues");

    private static final String MESSAGE = StampedRows.select(Datasets.MESSAGE);
    private static final String FOLDER = "?$select=id,parentFolderId,childFolderCount&$top=250";

    private final Endpoints endpoints;
    private final String mailbox;
    private final int pageSize;

    MailRequests(Endpoints endpoints, String mailbox, int pageSize) {
        this.endpoints = endpoints;
        this.mailbox = mailbox;
        this.pageSize = pageSize;
    }

    GraphRequest settings() {
        return request("/mailboxSettings?$select=timeZone,workingHours");
    }

    GraphRequest folders() {
        return request("/mailFolders" + FOLDER);
    }

    GraphRequest children(String folder) {
        return request("/mailFolders/" + UrlText.escaped(folder) + "/childFolders" + FOLDER);
    }

    GraphRequest leftOut(String name) {
        return request("/mailFolders/" + name + "?$select=id");
    }

    /** All of a folder, newest first, without a filter: with one, Graph stops at 5,000 messages. */
    GraphRequest messages(String folder) {
        return request("/mailFolders/" + UrlText.escaped(folder) + "/messages/delta?$select=" + MESSAGE
                        + "&$orderby=receivedDateTime%20desc")
                .paged(pageSize);
    }

    /** A folder from where it was left. */
    GraphRequest messagesFrom(String link) {
        return GraphRequest.of(mailbox, endpoints.follow(link)).paged(pageSize);
    }

    /** Where there is no delta: what was modified since, the earliest first. */
    GraphRequest modified(String folder, Instant since) {
        return request("/mailFolders/" + UrlText.escaped(folder) + "/messages?$select=" + MESSAGE + "&$filter="
                + UrlText.escaped("lastModifiedDateTime ge " + since) + "&$orderby=lastModifiedDateTime&$top="
                + pageSize);
    }

    GraphRequest message(String id) {
        return request("/messages/" + UrlText.escaped(id) + "?$select=" + MESSAGE);
    }

    private GraphRequest request(String path) {
        return GraphRequest.of(mailbox, endpoints.url("/users/" + UrlText.escaped(mailbox) + path));
    }
}
