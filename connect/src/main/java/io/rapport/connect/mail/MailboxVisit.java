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
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Reads one mailbox: settings and folders first, in one request; then the messages of each folder, from where the last
 * visit left it. For the loop's thread; once.
 */
public final class MailboxVisit {

    /** Messages a page; answers stay near half a megabyte. */
    private static final int PAGE = 500;

    private final GraphClient client;
    private final String mailbox;
    private final String tenant;
    private final MessageRows messages;
    private final MailSink sink;
    private final BiConsumer<MailboxState, String> done;
    private final MailRequests requests;
    private final FolderTree tree = new FolderTree();
    private final Rereads rereads = new Rereads();
    private int open;
    private boolean isOver;

    /**
     * @param mailbox its owner's object id
     * @param messages shared by all visits of a thread
     * @param done hears once what became of it, and the code behind a failure, or an empty text
     */
    public MailboxVisit(
            GraphClient client,
            String mailbox,
            String tenant,
            MessageRows messages,
            MailSink sink,
            BiConsumer<MailboxState, String> done) {
        this.client = client;
        this.mailbox = mailbox;
        this.tenant = tenant;
        this.messages = messages;
        this.sink = sink;
        this.done = done;
        this.requests = new MailRequests(client.endpoints(), mailbox, PAGE);
    }

    /** Begins. */
    public void start() {
        List<GraphRequest> asked = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        asked.add(requests.folders());
        replies.add(new Folders(requests.folders()));
        asked.add(requests.settings());
        // The folders say what is the matter with the mailbox; where they don't, settings are not everything.
        replies.add(new Part(failure -> failure.kind() != Kind.UNAVAILABLE && failure.kind() != Kind.THROTTLED) {
            @Override
            void read(Answer answer) throws IOException {
                settings(answer);
            }
        });
        for (String name : MailRequests.LEFT_OUT) {
            asked.add(requests.leftOut(name));
            replies.add(new Part(failure -> failure.kind() == Kind.NOT_FOUND) {
                @Override
                void read(Answer answer) throws IOException {
                    tree.leaveOut(answer);
                }
            });
        }
        open = asked.size();
        client.sendAll(asked, replies);
    }

    boolean isOver() {
        return isOver;
    }

    /** One thing of this mailbox is done; with the last one, so is the next part, or all of it. */
    void end(Runnable whenLast) {
        open--;
        if (open == 0 && !isOver) {
            whenLast.run();
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

    private void settings(Answer answer) throws IOException {
        StampedRows rows =
                new StampedRows(ListPage.JSON, Datasets.MAILBOX_SETTINGS, "#microsoft.graph.mailboxSettings", tenant);
        ObjectAnswer.read(answer, parser -> {
            if (rows.read(parser) == Outcome.ROW) {
                rows.row().set(Datasets.MAILBOX_SETTINGS.index("puser"), mailbox);
                sink.add(rows.row());
            } else {
                rereads.add(new Rejection(Datasets.MAILBOX_SETTINGS, mailbox, rows.reason()));
            }
        });
        rereads.end(sink);
    }

    private void readFolders() {
        Map<String, String> links = sink.links(mailbox);
        List<String> folders = tree.read();
        if (folders.isEmpty()) {
            finish();
            return;
        }
        open = folders.size();
        for (String folder : folders) {
            String link = links.get(folder);
            if (link != null && ModifiedReading.isPosition(link)) {
                new ModifiedReading(
                                client, this, requests, messages, sink, mailbox, folder, messages.from(), this::finish)
                        .startAt(link);
            } else {
                new FolderReading(client, this, requests, tree, messages, sink, mailbox, folder, this::finish)
                        .start(link);
            }
        }
    }

    private void finish() {
        isOver = true;
        done.accept(MailboxState.OK, "");
    }

    /** A part of the first question; all of them have to be answered before folders are read. */
    private abstract class Part implements Reply {

        private final Predicate<GraphFailure> mayFail;

        Part(Predicate<GraphFailure> mayFail) {
            this.mayFail = mayFail;
        }

        abstract void read(Answer answer) throws IOException;

        @Override
        public void answered(Answer answer) throws IOException {
            if (!isOver) {
                read(answer);
                end(MailboxVisit.this::readFolders);
            }
        }

        @Override
        public void failed(GraphFailure failure) {
            if (mayFail.test(failure)) {
                end(MailboxVisit.this::readFolders);
            } else {
                fail(failure);
            }
        }
    }

    /** Folders and those below them. */
    private final class Folders extends Part {

        private final GraphRequest request;

        Folders(GraphRequest request) {
            super(failure -> false);
            this.request = request;
        }

        @Override
        void read(Answer answer) throws IOException {
            List<String> withChildren = new ArrayList<>();
            tree.add(answer, withChildren).map(client.endpoints()::follow).ifPresent(next -> ask(request.at(next)));
            withChildren.forEach(folder -> ask(requests.children(folder)));
        }

        private void ask(GraphRequest next) {
            open++;
            client.send(next, new Folders(next));
        }
    }
}
