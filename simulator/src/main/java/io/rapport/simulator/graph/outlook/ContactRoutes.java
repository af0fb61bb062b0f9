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
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.ContactFolder;
import io.rapport.simulator.mailbox.OutlookContact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /contacts}, which are those of the default folder, and {@code /contactFolders} of a mailbox. */
public final class ContactRoutes {

    private static final Access ACCESS = Access.mailbox(Permission.CONTACTS_READ);
    private static final String FOLDER = "/users/{id}/contactFolders/{id}";

    private final AccountsOfPeople accounts;
    private final SyncStates syncStates;
    private final Listing<ContactItem> contacts;
    private final Listing<ContactFolderItem> folders;
    private final DeltaQuery delta;

    public ContactRoutes(AccountsOfPeople accounts, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.accounts = accounts;
        this.syncStates = syncStates;
        this.contacts = Listing.ofOutlook(ContactItem.TYPE, tokens, quirks);
        this.folders = Listing.ofOutlook(ContactFolderItem.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofOutlook(tokens, quirks);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/users/{id}/contacts", ACCESS, 0, call -> list(call, ContactFolder.CONTACTS)),
                Route.get("/users/{id}/contacts/{id}", ACCESS, 0, this::one),
                Route.get("/users/{id}/contacts/delta", ACCESS, 0, call -> delta(call, ContactFolder.CONTACTS)),
                Route.get("/users/{id}/contactFolders", ACCESS, 0, this::topFolders),
                Route.get("/users/{id}/contactFolders/delta", ACCESS, 0, this::foldersDelta),
                Route.get(FOLDER, ACCESS, 0, this::folder),
                Route.get(FOLDER + "/childFolders", ACCESS, 0, this::childFolders),
                Route.get(
                        FOLDER + "/contacts",
                        ACCESS,
                        0,
                        call -> list(call, find(call).folder())),
                Route.get(
                        FOLDER + "/contacts/delta",
                        ACCESS,
                        0,
                        call -> delta(call, find(call).folder())));
    }

    private Answer list(Call call, ContactFolder folder) {
        ContactBook book = book(call);
        return contacts.answer(
                call,
                context(call, "contacts"),
                ContactItem.TYPE.select(call.options().select()),
                at -> items(call, book.contacts(folder, at)));
    }

    private Answer one(Call call) {
        ContactItem item = items(call, book(call).contacts(call.now())).stream()
                .filter(any -> any.isCalled(call.key(1)))
                .findFirst()
                .orElseThrow(GraphRefusal::noItem);
        return CollectionBody.entity(
                call,
                context(call, "contacts"),
                ContactItem.TYPE.select(call.options().select()),
                item);
    }

    private Answer delta(Call call, ContactFolder folder) {
        return delta.answer(
                call,
                "Collection(microsoft.graph.contact)",
                ContactItem.TYPE.name(),
                syncStates.ofMailbox(call.mailboxOwner().id()),
                options -> ContactItem.TYPE.select(options.select()),
                (options, since, at) -> changes(call, folder, since, at));
    }

    private Changes<ContactItem> changes(Call call, ContactFolder folder, @Nullable Instant since, Instant at) {
        ContactBook book = book(call);
        if (since == null) {
            return new Changes<>(items(call, book.contacts(folder, at)), List.of());
        }
        var changed = book.changes(folder, since, at);
        return new Changes<>(
                items(call, changed.changed()),
                changed.removed().stream()
                        .map(id -> Changes.Removed.deleted(
                                call.prefer().isImmutableId() ? id : ItemId.mutable(id, book.folderId(folder))))
                        .toList());
    }

    private Answer topFolders(Call call) {
        return folders.answer(
                call,
                context(call, "contactFolders"),
                ContactFolderItem.TYPE.select(call.options().select()),
                at -> ContactFolderItem.all(book(call)).stream()
                        .filter(ContactFolderItem::isListed)
                        .toList());
    }

    private Answer childFolders(Call call) {
        ContactFolder parent = find(call).folder();
        return folders.answer(
                call,
                context(call, "contactFolders('" + call.key(1) + "')/childFolders"),
                ContactFolderItem.TYPE.select(call.options().select()),
                at -> ContactFolderItem.all(book(call)).stream()
                        .filter(folder -> folder.parent() == parent)
                        .toList());
    }

    private Answer folder(Call call) {
        return CollectionBody.entity(
                call,
                context(call, "contactFolders"),
                ContactFolderItem.TYPE.select(call.options().select()),
                find(call));
    }

    /** Folders are there from the beginning and stay: later rounds have nothing to tell. */
    private Answer foldersDelta(Call call) {
        return delta.answer(
                call,
                "Collection(microsoft.graph.contactFolder)",
                "",
                syncStates.ofMailbox(call.mailboxOwner().id()),
                options -> ContactFolderItem.TYPE.select(options.select()),
                (options, since, at) -> new Changes<>(
                        since == null
                                ? ContactFolderItem.all(book(call)).stream()
                                        .filter(folder -> folder.parent() != null)
                                        .toList()
                                : List.of(),
                        List.of()));
    }

    private ContactFolderItem find(Call call) {
        return ContactFolderItem.all(book(call)).stream()
                .filter(folder -> folder.isCalled(call.key(1)))
                .findFirst()
                .orElseThrow(GraphRefusal::noItem);
    }

    private ContactBook book(Call call) {
        return ContactBook.open(accounts, call.mailboxOwner());
    }

    private static String context(Call call, String collection) {
        return "users('" + call.key(0) + "')/" + collection;
    }

    private static List<ContactItem> items(Call call, List<OutlookContact> contacts) {
        return contacts.stream()
                .map(contact -> new ContactItem(contact, call.prefer().isImmutableId()))
                .toList();
    }
}
