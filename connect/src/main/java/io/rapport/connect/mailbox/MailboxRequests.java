package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.UrlText;

/**
 * What is asked of a mailbox, and of nothing beside it.
 *
 * @param mailbox its owner's object id
 */
record MailboxRequests(Endpoints endpoints, String mailbox) {

    /** @param path below the mailbox, escaped */
    GraphRequest to(String path) {
        return GraphRequest.of(mailbox, endpoints.url("/users/" + UrlText.escaped(mailbox) + path));
    }

    /** Where a link of Graph's leads. */
    GraphRequest follow(String link) {
        return GraphRequest.of(mailbox, endpoints.follow(link));
    }
}
