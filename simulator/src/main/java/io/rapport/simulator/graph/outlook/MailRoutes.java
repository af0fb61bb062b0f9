package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Changes;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.DeltaQuery;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.mailbox.Mailbox;
import io.rapport.simulator.mailbox.Message;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /messages} of a mailbox and of its folders. Thread-safe. */
public final class MailRoutes {

    static final Access ACCESS = Access.mailbox(Permission.MAIL_READ, Permission.MAIL_READ_BASIC_ALL);
    private static final String FOLDER = "/users/{id}/mailFolders/{id}";

    private final OpenMailboxes mailboxes;
    private final SyncStates syncStates;
    private final Listing<MailItem> messages;
    private final DeltaQuery delta;

    public MailRoutes(OpenMailboxes mailboxes, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.mailboxes = mailboxes;
        this.syncStates = syncStates;
        this.messages = Listing.ofOutlook(MessageType.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofOutlook(tokens, quirks);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/users/{id}/messages", ACCESS, 0, this::everything),
                Route.get("/users/{id}/messages/{id}", ACCESS, 0, call -> one(call, call.key(1))),
                Route.get(FOLDER + "/messages", ACCESS, 0, this::ofFolder),
                Route.get(FOLDER + "/messages/{id}", ACCESS, 0, call -> one(call, call.key(2))),
                Route.get(FOLDER + "/messages/delta", ACCESS, 0, this::messagesDelta));
    }

    private Answer everything(Call call) {
        return messages.answer(
                call,
                context(call, "messages"),
                selection(call),
                at -> items(call, mailbox(call, at).messages(at)));
    }

    private Answer ofFolder(Call call) {
        MailFolderItem folder = folder(call, call.now());
        return messages.answer(
                call,
                context(call, "mailFolders('" + call.key(1) + "')/messages"),
                selection(call),
                at -> items(call, mailbox(call, at).messages(folder.folder().folder(), at)));
    }

    private Answer one(Call call, String id) {
        Selection<MailItem> selection = selection(call);
        MailItem item = mailbox(call, call.now()).messages(call.now()).stream()
                .map(message -> item(call, message))
                .filter(any -> any.isCalled(id))
                .findFirst()
                .orElseThrow(GraphRefusal::noItem);
        return CollectionBody.entity(call, context(call, "messages"), selection, item);
    }

    private Answer messagesDelta(Call call) {
        return delta.answer(
                call,
                "Collection(microsoft.graph.message)",
                MessageType.TYPE.name(),
                generation(call),
                options -> MessageType.selection(options.select(), isBasic(call)),
                (options, since, at) -> changes(call, options, since, at));
    }

    private Changes<MailItem> changes(Call call, QueryOptions options, @Nullable Instant since, Instant at) {
        MessageDeltaRules rules = MessageDeltaRules.of(options);
        MailFolderItem folder = folder(call, at);
        Mailbox mailbox = folder.mailbox();
        if (since == null) {
            List<MailItem> state = items(call, mailbox.messages(folder.folder().folder(), at));
            return new Changes<>(rules.present(state, Instant.MIN), List.of());
        }
        var changed = mailbox.changes(folder.folder().folder(), since, at);
        return new Changes<>(
                rules.present(items(call, changed.changed()), since),
                rules.isTellingRemovals()
                        ? changed.removed().stream()
                                .map(id -> Changes.Removed.deleted(
                                        call.prefer().isImmutableId()
                                                ? id
                                                : ItemId.mutable(
                                                        id, folder.folder().id())))
                                .toList()
                        : List.of());
    }

    private Selection<MailItem> selection(Call call) {
        return MessageType.selection(call.options().select(), isBasic(call));
    }

    /** Bodies stay closed, and so does all that is looked for in them. */
    private static boolean isBasic(Call call) {
        boolean isBasic = !call.caller().may(Permission.MAIL_READ);
        if (isBasic
                && (!call.options().expand().isEmpty() || call.options().given().contains("$search"))) {
            throw GraphRefusal.accessDenied();
        }
        return isBasic;
    }

    private MailFolderItem folder(Call call, Instant at) {
        return MailFolderItem.find(mailbox(call, at), call.key(1), at);
    }

    private Mailbox mailbox(Call call, Instant at) {
        return mailboxes.of(call.mailboxOwner(), at);
    }

    private int generation(Call call) {
        return syncStates.ofMailbox(call.mailboxOwner().id());
    }

    static String context(Call call, String collection) {
        return "users('" + call.key(0) + "')/" + collection;
    }

    private static MailItem item(Call call, Message message) {
        return new MailItem(message, call.prefer().isImmutableId());
    }

    /** A view: a message is made when it is written. */
    private static List<MailItem> items(Call call, List<Message> messages) {
        return new AbstractList<>() {
            @Override
            public MailItem get(int index) {
                return item(call, messages.get(index));
            }

            @Override
            public int size() {
                return messages.size();
            }
        };
    }
}
