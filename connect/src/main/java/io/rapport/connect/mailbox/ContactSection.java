package io.rapport.connect.mailbox;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphFailure.Kind;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The contacts of a mailbox: its folders first, then the contacts of each, from where the last visit left it. Where the
 * app may not read contacts, the rest of the mailbox is read all the same.
 */
final class ContactSection extends Section {

    /** Contacts a page; answers stay near a quarter of a megabyte. */
    private static final int PAGE = 500;

    /** Under which rests that all contacts were read once; no folder has this name. */
    private static final String ALL = ContactFolder.name("");

    private final GraphClient client;
    private final ContactRequests requests;
    private final ContactRows contacts;
    private final MailboxSink sink;
    private final String mailbox;
    private final Supplier<Map<String, String>> links;
    private final FolderTree tree = new FolderTree(false);
    /** Of the folders that were named, those that have not been asked for what is below them. */
    private final List<String> unasked = new ArrayList<>();

    private boolean isShut;

    ContactSection(
            MailboxVisit visit,
            GraphClient client,
            MailboxRequests requests,
            ContactRows contacts,
            MailboxSink sink,
            Supplier<Map<String, String>> links) {
        super(visit);
        this.client = client;
        this.requests = new ContactRequests(requests, PAGE);
        this.contacts = contacts;
        this.sink = sink;
        this.mailbox = requests.mailbox();
        this.links = links;
    }

    @Override
    void begin(BiConsumer<GraphRequest, Reply> questions) {
        open(2);
        questions.accept(requests.defaultFolder(), new Part(this, this::mayFail, this::goDown) {
            @Override
            void read(Answer answer) throws IOException {
                tree.add(answer);
            }
        });
        questions.accept(requests.folders(), new Folders(requests.folders()));
    }

    /** Whether a mailbox may have no contacts, or none for this app. */
    private boolean mayFail(GraphFailure failure) {
        boolean isDenied = failure.kind() == Kind.DENIED;
        if (isDenied && !isShut) {
            isShut = true;
            sink.shut(mailbox, MailboxContent.CONTACTS, failure.code());
        }
        return isDenied || failure.kind() == Kind.NOT_FOUND;
    }

    /** Asks what is below the folders that were named, until there is no more to ask. */
    private void goDown() {
        if (isShut) {
            finish();
            return;
        }
        if (unasked.isEmpty()) {
            readFolders();
            return;
        }
        List<GraphRequest> asked = unasked.stream().map(requests::children).toList();
        unasked.clear();
        open(asked.size());
        client.sendAll(asked, asked.stream().<Reply>map(Folders::new).toList());
    }

    private void readFolders() {
        Map<String, String> known = links.get();
        List<String> folders = tree.read();
        List<String> gone = known.entrySet().stream()
                .filter(position -> !position.getValue().isEmpty())
                .flatMap(position -> ContactFolder.find(position.getKey()).stream())
                .filter(folder -> !folder.isEmpty())
                .filter(folder -> !tree.has(folder))
                .toList();
        if (!known.containsKey(ALL)) {
            sink.firstReading(mailbox);
        }
        if (folders.isEmpty() && gone.isEmpty()) {
            finishAll();
            return;
        }
        open(folders.size() + gone.size());
        gone.forEach(folder -> reading(folder).finish());
        for (String folder : folders) {
            String link = known.get(ContactFolder.name(folder));
            reading(folder).start(link == null || link.isEmpty() ? null : link);
        }
    }

    private void finishAll() {
        if (!links.get().containsKey(ALL)) {
            sink.reached(mailbox, ALL, "read");
            sink.firstReadingEnded(mailbox);
        }
        finish();
    }

    private FeedReading reading(String folder) {
        Feed feed = new ContactFolder(requests, tree, contacts, sink, folder);
        return new FeedReading(client, this, feed, sink, mailbox, this::finishAll);
    }

    /** Folders of one place, page by page. Whether there are others below a folder, Graph doesn't say. */
    private final class Folders extends Part {

        private final GraphRequest request;

        Folders(GraphRequest request) {
            super(ContactSection.this, ContactSection.this::mayFail, ContactSection.this::goDown);
            this.request = request;
        }

        @Override
        void read(Answer answer) throws IOException {
            tree.add(answer, unasked::add).map(client.endpoints()::follow).ifPresent(next -> {
                open(1);
                client.send(request.at(next), new Folders(request.at(next)));
            });
        }
    }
}
