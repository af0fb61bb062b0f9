package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A folder of mail. What is gone stays landed; what moved lands with its new folder, in whatever order they are read. */
final class MailFolder implements Feed {

    private final MailRequests requests;
    private final FolderTree tree;
    private final MessageRows messages;
    private final MailboxSink sink;
    private final String folder;
    private final Supplier<ModifiedReading> withoutDelta;

    /** @param withoutDelta reads it where the cloud has no delta of messages */
    MailFolder(
            MailRequests requests,
            FolderTree tree,
            MessageRows messages,
            MailboxSink sink,
            String folder,
            Supplier<ModifiedReading> withoutDelta) {
        this.requests = requests;
        this.tree = tree;
        this.messages = messages;
        this.sink = sink;
        this.folder = folder;
        this.withoutDelta = withoutDelta;
    }

    @Override
    public ItemRows items() {
        return messages;
    }

    @Override
    public GraphRequest first() {
        return requests.messages(folder);
    }

    @Override
    public GraphRequest follow(String link) {
        return requests.messagesFrom(link);
    }

    @Override
    public GraphRequest item(String id) {
        return requests.message(id);
    }

    @Override
    public void reached(String link) {
        sink.reached(requests.mailbox().mailbox(), folder, link);
    }

    /** What moved to where nobody reads stays as it was, like what is gone. */
    @Override
    public boolean isElsewhere(boolean hasLeft, ItemRows.Kind kind) {
        return tree.isLeftOut(messages.folder());
    }

    @Override
    public void gone(String id) {
        // It was exchanged all the same.
    }

    @Override
    public void eachLanded(Consumer<String> ids) {
        // Nothing of it is ever taken out.
    }

    @Override
    public boolean takesOutWhatIsGone() {
        return false;
    }

    @Override
    public Optional<Runnable> findOtherWay(GraphFailure failure, boolean isFirst) {
        return isFirst && ModifiedReading.isWithoutDelta(failure)
                ? Optional.of(() -> withoutDelta.get().start())
                : Optional.empty();
    }
}
