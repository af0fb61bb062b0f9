package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The mail of a mailbox: its folders first, then the messages of each, from where the last visit left it. */
final class MailSection extends Section {

    /** Messages a page; answers stay near half a megabyte. */
    private static final int PAGE = 500;

    private final GraphClient client;
    private final MailRequests requests;
    private final MessageRows messages;
    private final MailboxSink sink;
    private final String mailbox;
    private final Supplier<Map<String, String>> links;
    private final FolderTree tree = new FolderTree(true);

    MailSection(
            MailboxVisit visit,
            GraphClient client,
            MailboxRequests requests,
            MessageRows messages,
            MailboxSink sink,
            Supplier<Map<String, String>> links) {
        super(visit);
        this.client = client;
        this.requests = new MailRequests(requests, PAGE);
        this.messages = messages;
        this.sink = sink;
        this.mailbox = requests.mailbox();
        this.links = links;
    }

    @Override
    void begin(BiConsumer<GraphRequest, Reply> questions) {
        open(1 + MailRequests.LEFT_OUT.size());
        questions.accept(requests.folders(), new Folders(requests.folders()));
        for (String name : MailRequests.LEFT_OUT) {
            questions.accept(
                    requests.leftOut(name),
                    new Part(this, failure -> failure.kind() == Kind.NOT_FOUND, this::readFolders) {
                        @Override
                        void read(Answer answer) throws IOException {
                            tree.leaveOut(answer);
                        }
                    });
        }
    }

    private void readFolders() {
        Map<String, String> known = links.get();
        List<String> folders = tree.read();
        if (folders.isEmpty()) {
            finish();
            return;
        }
        open(folders.size());
        for (String folder : folders) {
            String link = known.get(folder);
            if (link != null && ModifiedReading.isPosition(link)) {
                withoutDelta(folder).startAt(link);
            } else {
                Feed feed = new MailFolder(requests, tree, messages, sink, folder, () -> withoutDelta(folder));
                new FeedReading(client, this, feed, sink, mailbox, this::finish).start(link);
            }
        }
    }

    private ModifiedReading withoutDelta(String folder) {
        return new ModifiedReading(client, this, requests, messages, sink, mailbox, folder, this::finish);
    }

    /** Folders and those below them. */
    private final class Folders extends Part {

        private final GraphRequest request;

        Folders(GraphRequest request) {
            super(MailSection.this, failure -> false, MailSection.this::readFolders);
            this.request = request;
        }

        @Override
        void read(Answer answer) throws IOException {
            tree.add(answer, folder -> ask(requests.children(folder)))
                    .map(client.endpoints()::follow)
                    .ifPresent(next -> ask(request.at(next)));
        }

        private void ask(GraphRequest next) {
            open(1);
            client.send(next, new Folders(next));
        }
    }
}
