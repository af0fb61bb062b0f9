package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.mailbox.MailFolder;
import io.rapport.simulator.mailbox.Mailbox;
import io.rapport.simulator.mailbox.Message;
import java.time.Instant;
import java.util.List;

/**
 * A mail folder as it is written.
 *
 * @param folder what
 * @param mailbox whose
 * @param at when
 */
record MailFolderItem(MailFolder folder, Mailbox mailbox, Instant at) {

    static final EntityType<MailFolderItem> TYPE = EntityType.<MailFolderItem>named("microsoft.graph.mailFolder")
            .always(
                    "id",
                    (json, item) -> json.writeString(item.folder().id()),
                    item -> item.folder().id())
            .usual(
                    "displayName",
                    (json, item) -> json.writeString(item.folder().displayName()),
                    item -> item.folder().displayName())
            .usual(
                    "parentFolderId",
                    (json, item) -> json.writeString(item.folder().parentId()))
            .usual(
                    "childFolderCount",
                    (json, item) -> json.writeNumber(item.children().size()))
            .usual("unreadItemCount", (json, item) -> json.writeNumber(item.unread()))
            .usual(
                    "totalItemCount",
                    (json, item) -> json.writeNumber(item.messages().size()))
            .usual(
                    "sizeInBytes",
                    (json, item) -> json.writeNumber(item.messages().size() * 61_440L))
            .usual("isHidden", (json, item) -> json.writeBoolean(false))
            .build();

    static List<MailFolderItem> all(Mailbox mailbox, Instant at) {
        return mailbox.folders().stream()
                .map(folder -> new MailFolderItem(folder, mailbox, at))
                .toList();
    }

    /** @throws GraphRefusal where the mailbox has no folder of this id or name */
    static MailFolderItem find(Mailbox mailbox, String idOrName, Instant at) {
        return all(mailbox, at).stream()
                .filter(folder -> folder.isCalled(idOrName))
                .findFirst()
                .orElseThrow(GraphRefusal::noItem);
    }

    List<MailFolderItem> children() {
        return all(mailbox, at).stream()
                .filter(other -> other.folder().parentId().equals(folder.id()))
                .toList();
    }

    List<Message> messages() {
        return mailbox.messages(folder.folder(), at);
    }

    private long unread() {
        return messages().stream().filter(message -> !message.isRead()).count();
    }

    /** At the top: not in another folder. */
    boolean isAtTop() {
        return folder.folder().findParent().isEmpty();
    }

    /** Whether a path means it: by id, or by the name that every mailbox knows. */
    private boolean isCalled(String idOrName) {
        return folder.id().equals(idOrName)
                || folder.findWellKnownName().filter(idOrName::equalsIgnoreCase).isPresent();
    }
}
