package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Changes;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.DeltaQuery;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.mailbox.Mailbox;
import java.time.Instant;
import java.util.List;

/** {@code /mailFolders} of a mailbox. Thread-safe. */
public final class MailFolderRoutes {

    private static final String FOLDER = "/users/{id}/mailFolders/{id}";

    private final OpenMailboxes mailboxes;
    private final SyncStates syncStates;
    private final Listing<MailFolderItem> listing;
    private final DeltaQuery delta;

    public MailFolderRoutes(OpenMailboxes mailboxes, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.mailboxes = mailboxes;
        this.syncStates = syncStates;
        this.listing = Listing.ofOutlook(MailFolderItem.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofOutlook(tokens, quirks);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/users/{id}/mailFolders", MailRoutes.ACCESS, 0, this::topFolders),
                Route.get("/users/{id}/mailFolders/delta", MailRoutes.ACCESS, 0, this::foldersDelta),
                Route.get(FOLDER, MailRoutes.ACCESS, 0, this::folder),
                Route.get(FOLDER + "/childFolders", MailRoutes.ACCESS, 0, this::childFolders));
    }

    private Answer topFolders(Call call) {
        return listing.answer(
                call,
                MailRoutes.context(call, "mailFolders"),
                MailFolderItem.TYPE.select(call.options().select()),
                at -> MailFolderItem.all(mailbox(call, at), at).stream()
                        .filter(MailFolderItem::isAtTop)
                        .toList());
    }

    private Answer childFolders(Call call) {
        return listing.answer(
                call,
                MailRoutes.context(call, "mailFolders('" + call.key(1) + "')/childFolders"),
                MailFolderItem.TYPE.select(call.options().select()),
                at -> MailFolderItem.find(mailbox(call, at), call.key(1), at).children());
    }

    private Answer folder(Call call) {
        return CollectionBody.entity(
                call,
                MailRoutes.context(call, "mailFolders"),
                MailFolderItem.TYPE.select(call.options().select()),
                MailFolderItem.find(mailbox(call, call.now()), call.key(1), call.now()));
    }

    /** Folders are there from the beginning and stay: later rounds have nothing to tell. */
    private Answer foldersDelta(Call call) {
        return delta.answer(
                call,
                "Collection(microsoft.graph.mailFolder)",
                "",
                syncStates.ofMailbox(call.mailboxOwner().id()),
                options -> MailFolderItem.TYPE.select(options.select()),
                (options, since, at) -> new Changes<>(
                        since == null ? MailFolderItem.all(mailbox(call, at), at) : List.of(), List.of()));
    }

    private Mailbox mailbox(Call call, Instant at) {
        return mailboxes.of(call.mailboxOwner(), at);
    }
}
