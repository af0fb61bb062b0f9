package io.rapport.connect.mail;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.ObjectAnswer;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one folder page by page, from a link or from its newest message on. After each page the link to the next one
 * stands for everything so far, so that a long first reading goes on where it was broken off.
 *
 * <p>A message that left the folder may have moved or be gone, and another folder's page may already have been read or
 * not: so Graph is asked what it is now, by its id, which stays the same. What is gone stays landed; what moved lands
 * with its new folder, in whatever order the folders are read.
 */
final class FolderReading implements Reply {

    private final GraphClient client;
    private final MailboxVisit visit;
    private final MailRequests requests;
    private final FolderTree tree;
    private final MessageRows messages;
    private final MailSink sink;
    private final String mailbox;
    private final String folder;
    private final Runnable whenLast;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Rereads rereads = new Rereads();
    private @Nullable GraphRequest asked;
    private boolean mayStartAnew = true;
    /** Whether nothing of the folder was ever answered. */
    private boolean isFirst;

    private int lookups;

    FolderReading(
            GraphClient client,
            MailboxVisit visit,
            MailRequests requests,
            FolderTree tree,
            MessageRows messages,
            MailSink sink,
            String mailbox,
            String folder,
            Runnable whenLast) {
        this.client = client;
        this.visit = visit;
        this.requests = requests;
        this.tree = tree;
        this.messages = messages;
        this.sink = sink;
        this.mailbox = mailbox;
        this.folder = folder;
        this.whenLast = whenLast;
    }

    void start(@Nullable String link) {
        if (link == null) {
            mayStartAnew = false;
            isFirst = true;
            ask(requests.messages(folder));
        } else {
            ask(requests.messagesFrom(link));
        }
    }

    private void ask(GraphRequest request) {
        asked = request;
        client.send(request, this);
    }

    @Override
    public void answered(Answer answer) throws IOException {
        if (visit.isOver()) {
            return;
        }
        isFirst = false;
        unknown.clear();
        ListPage page = ListPage.read(answer, parser -> take(messages.read(parser, mailbox)));
        rereads.end(sink);
        if (page.findNext().isEmpty() && page.findDelta().isEmpty()) {
            throw new IOException("a page of changes that leads nowhere");
        }
        if (unknown.isEmpty()) {
            goOn(page);
        } else {
            lookUp(page);
        }
    }

    @Override
    public void failed(GraphFailure failure) {
        if (visit.isOver()) {
            return;
        }
        if (isFirst && ModifiedReading.isWithoutDelta(failure)) {
            new ModifiedReading(client, visit, requests, messages, sink, mailbox, folder, messages.from(), whenLast)
                    .start();
        } else if (failure.kind() == Kind.RESYNC && mayStartAnew) {
            start(null);
        } else if (failure.kind() == Kind.NOT_FOUND) {
            // The folder went since the folders were listed.
            visit.end(whenLast);
        } else {
            visit.fail(failure);
        }
    }

    private void take(MessageRows.Kind kind) {
        switch (kind) {
            case ROW -> {
                sink.counted(true);
                sink.add(messages.row());
            }
            case OLD -> sink.counted(false);
            case UNKNOWN -> unknown.add(messages.id());
            case REJECTED -> rereads.add(new Rejection(Datasets.MESSAGE, mailbox, messages.reason()));
        }
    }

    private void lookUp(ListPage page) {
        List<GraphRequest> all = unknown.stream().map(requests::message).toList();
        lookups = all.size();
        client.sendAll(all, Collections.nCopies(all.size(), new Lookup(page)));
    }

    private void goOn(ListPage page) {
        String link = page.findNext().or(page::findDelta).orElseThrow();
        GraphRequest next = requests.messagesFrom(link);
        sink.reached(mailbox, folder, link);
        if (page.findNext().isEmpty()) {
            visit.end(whenLast);
        } else if (asked != null && next.url().equals(asked.url())) {
            visit.fail(new GraphFailure(Kind.REFUSED, 200, List.of("PageRepeats"), ""));
        } else {
            ask(next);
        }
    }

    /** What a message is now. */
    private final class Lookup implements Reply {

        private final ListPage page;

        Lookup(ListPage page) {
            this.page = page;
        }

        @Override
        public void answered(Answer answer) throws IOException {
            if (visit.isOver()) {
                return;
            }
            ObjectAnswer.read(answer, parser -> {
                MessageRows.Kind kind = messages.readWhole(parser, mailbox);
                // What moved to where nobody reads stays as it was, like what is gone.
                if (!tree.isLeftOut(messages.folder())) {
                    take(kind);
                }
            });
            rereads.end(sink);
            end();
        }

        @Override
        public void failed(GraphFailure failure) {
            if (visit.isOver()) {
                return;
            }
            if (failure.kind() == Kind.NOT_FOUND) {
                end();
            } else {
                visit.fail(failure);
            }
        }

        private void end() {
            lookups--;
            if (lookups == 0) {
                goOn(page);
            }
        }
    }
}
