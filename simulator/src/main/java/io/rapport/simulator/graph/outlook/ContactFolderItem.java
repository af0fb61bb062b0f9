package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.mailbox.ContactBook;
import io.rapport.simulator.mailbox.ContactFolder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact folder as it is written.
 *
 * @param folder which
 * @param book whose
 */
record ContactFolderItem(ContactFolder folder, ContactBook book) {

    static final EntityType<ContactFolderItem> TYPE = EntityType.<ContactFolderItem>named(
                    "microsoft.graph.contactFolder")
            .always("id", (json, item) -> json.writeString(item.id()), ContactFolderItem::id)
            .usual("parentFolderId", (json, item) -> json.writeString(item.parentId()))
            .usual(
                    "displayName",
                    (json, item) -> json.writeString(item.folder().displayName()),
                    item -> item.folder().displayName())
            .build();

    static List<ContactFolderItem> all(ContactBook book) {
        return Arrays.stream(ContactFolder.values())
                .map(folder -> new ContactFolderItem(folder, book))
                .toList();
    }

    String id() {
        return book.folderId(folder);
    }

    /** Of the default folder: the mailbox's root, which nobody can ask for. */
    private String parentId() {
        ContactFolder parent = parent();
        return parent == null ? ItemId.mutable(id(), "root") : book.folderId(parent);
    }

    @Nullable
    ContactFolder parent() {
        return folder.findParent().orElse(null);
    }

    /** Whether it is among those that a mailbox lists: all right below the default folder, and not that one itself. */
    boolean isListed() {
        return parent() == ContactFolder.CONTACTS;
    }

    /** Whether a path means it: by id, or the default folder by its name. */
    boolean isCalled(String idOrName) {
        return id().equals(idOrName) || (folder == ContactFolder.CONTACTS && idOrName.equalsIgnoreCase("contacts"));
    }
}
