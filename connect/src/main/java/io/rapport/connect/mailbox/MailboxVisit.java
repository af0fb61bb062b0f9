package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one mailbox, section by section; the first questions of all of them are one request. For the loop's thread; once. */
final class MailboxVisit {

    private final GraphClient client;
    private final String mailbox;
    private final MailboxSink sink;
    private final BiConsumer<MailboxState, String> done;
    private final List<Section> sections = new ArrayList<>();
    private @Nullable Map<String, String> links;
    private int open;
    private boolean isOver;

    MailboxVisit(GraphClient client, String mailbox, MailboxSink sink, BiConsumer<MailboxState, String> done) {
        this.client = client;
        this.mailbox = mailbox;
        this.sink = sink;
        this.done = done;
    }

    void add(Section section) {
        sections.add(section);
    }

    /** Begins. */
    void start() {
        List<GraphRequest> asked = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        open = sections.size();
        for (Section section : sections) {
            section.begin((request, reply) -> {
                asked.add(request);
                replies.add(reply);
            });
        }
        if (!asked.isEmpty()) {
            client.sendAll(asked, replies);
        }
    }

    /** How far its folders have been read. */
    Map<String, String> links() {
        Map<String, String> known = links;
        if (known == null) {
            known = sink.links(mailbox);
            links = known;
        }
        return known;
    }

    boolean isOver() {
        return isOver;
    }

    /** A section is read; with the last one, so is the mailbox. */
    void end() {
        open--;
        if (open == 0 && !isOver) {
            isOver = true;
            done.accept(MailboxState.OK, "");
        }
    }

    /** The mailbox can't be read on. */
    void fail(GraphFailure failure) {
        if (isOver) {
            return;
        }
        isOver = true;
        client.drop(mailbox);
        done.accept(
                switch (failure.kind()) {
                    case NO_MAILBOX -> MailboxState.NO_MAILBOX;
                    case DENIED -> MailboxState.DENIED;
                    case NOT_FOUND -> MailboxState.NO_MAILBOX;
                    case THROTTLED, UNAVAILABLE, UNAUTHORIZED, RESYNC, REFUSED -> MailboxState.SET_ASIDE;
                },
                failure.code());
    }
}
