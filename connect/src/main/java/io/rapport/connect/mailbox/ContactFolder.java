package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.core.dataset.Datasets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A folder of contacts. What moved to another one lands with that; what is gone, or lies where no contacts are kept, such
 * as among deleted items, is taken out.
 */
final class ContactFolder implements Feed {

    /** What names of positions begin with, beside those of folders of mail. */
    private static final String PREFIX = "contacts:";

    private final ContactRequests requests;
    private final FolderTree tree;
    private final ContactRows contacts;
    private final MailboxSink sink;
    private final String folder;

    ContactFolder(ContactRequests requests, FolderTree tree, ContactRows contacts, MailboxSink sink, String folder) {
        this.requests = requests;
        this.tree = tree;
        this.contacts = contacts;
        this.sink = sink;
        this.folder = folder;
    }

    /** Under which its position rests. */
    static String name(String folder) {
        return PREFIX + folder;
    }

    /** The folder whose position rests under a name; empty where it is none of contacts. */
    static Optional<String> find(String name) {
        return name.startsWith(PREFIX) ? Optional.of(name.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public ItemRows items() {
        return contacts;
    }

    @Override
    public GraphRequest first() {
        return requests.contacts(folder);
    }

    @Override
    public GraphRequest follow(String link) {
        return requests.contactsFrom(link);
    }

    @Override
    public GraphRequest item(String id) {
        return requests.contact(id);
    }

    @Override
    public void reached(String link) {
        sink.reached(requests.mailbox().mailbox(), name(folder), link);
    }

    @Override
    public boolean isElsewhere(boolean hasLeft, ItemRows.Kind kind) {
        return !tree.has(contacts.folder());
    }

    @Override
    public void gone(String id) {
        sink.remove(Datasets.CONTACT, List.of(id, requests.mailbox().mailbox()));
    }

    @Override
    public void eachLanded(Consumer<String> ids) {
        String mailbox = requests.mailbox().mailbox();
        sink.eachLanded(Datasets.CONTACT, "parentFolderId", folder, key -> {
            if (key.get(1).equals(mailbox)) {
                ids.accept(key.get(0));
            }
        });
    }

    @Override
    public boolean takesOutWhatIsGone() {
        return true;
    }

    @Override
    public Optional<Runnable> findOtherWay(GraphFailure failure, boolean isFirst) {
        return Optional.empty();
    }
}
