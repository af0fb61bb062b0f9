package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ObjectAnswer;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;

/**
 * Takes the items of a feed, page by page, and asks after those of which a page says too little.
 *
 * <p>An item that left a list may have moved or be gone, and another list's page may already have been read or not: so
 * Graph is asked what it is now, by its id, which stays the same.
 */
final class Intake {

    private final GraphClient client;
    private final Section section;
    private final Feed feed;
    private final MailboxSink sink;
    private final String mailbox;
    private final Rereads rereads = new Rereads();
    /** By id, whether the list was said to hold it no more. */
    private final Map<String, Boolean> unknown = new LinkedHashMap<>();

    private int lookups;

    Intake(GraphClient client, Section section, Feed feed, MailboxSink sink, String mailbox) {
        this.client = client;
        this.section = section;
        this.feed = feed;
        this.sink = sink;
        this.mailbox = mailbox;
    }

    /** Begins a page, which may have been begun before. */
    void begin() {
        unknown.clear();
    }

    /** Takes an object of the page. */
    void take(JsonParser parser) {
        take(feed.items().read(parser, mailbox));
    }

    /** Has an item asked after that has landed and that the list doesn't hold. */
    void missing(String id) {
        unknown.put(id, true);
    }

    /** Has an item asked after that is there. */
    void partial(String id) {
        unknown.put(id, false);
    }

    /** Ends a page. */
    void end() throws IOException {
        rereads.end(sink);
    }

    /** Asks after what is not known well enough, and goes on when all is. */
    void lookUp(Runnable then) {
        if (unknown.isEmpty()) {
            then.run();
            return;
        }
        List<GraphRequest> requests = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        unknown.forEach((id, hasLeft) -> {
            requests.add(feed.item(id));
            replies.add(new Lookup(id, hasLeft, then));
        });
        lookups = requests.size();
        unknown.clear();
        client.sendAll(requests, replies);
    }

    private void take(ItemRows.Kind kind) {
        ItemRows items = feed.items();
        switch (kind) {
            case ROW -> {
                sink.counted(items.dataset(), true);
                sink.add(items.row());
            }
            case OLD -> sink.counted(items.dataset(), false);
            case AHEAD -> feed.gone(items.id());
            case IGNORED -> {
                // Nothing of it lands.
            }
            case LEFT -> unknown.put(items.id(), true);
            case PARTIAL -> unknown.put(items.id(), false);
            case REJECTED -> rereads.add(new Rejection(items.dataset(), mailbox, items.reason()));
        }
    }

    /** What an item is now. */
    private final class Lookup implements Reply {

        private final String id;
        private final boolean hasLeft;
        private final Runnable then;

        Lookup(String id, boolean hasLeft, Runnable then) {
            this.id = id;
            this.hasLeft = hasLeft;
            this.then = then;
        }

        @Override
        public void answered(Answer answer) throws IOException {
            if (section.isOver()) {
                return;
            }
            ObjectAnswer.read(answer, parser -> {
                ItemRows.Kind kind = feed.items().readWhole(parser, mailbox);
                if (kind != ItemRows.Kind.REJECTED && feed.isElsewhere(hasLeft, kind)) {
                    feed.gone(id);
                } else {
                    take(kind);
                }
            });
            rereads.end(sink);
            answered();
        }

        @Override
        public void failed(GraphFailure failure) {
            if (section.isOver()) {
                return;
            }
            if (failure.kind() == Kind.NOT_FOUND) {
                feed.gone(id);
                answered();
            } else {
                section.fail(failure);
            }
        }

        private void answered() {
            lookups--;
            if (lookups == 0) {
                then.run();
            }
        }
    }
}
