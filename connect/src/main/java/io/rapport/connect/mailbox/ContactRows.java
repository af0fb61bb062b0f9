package io.rapport.connect.mailbox;

import io.rapport.core.dataset.Datasets;

/** Contacts. They have no window: whoever is in somebody's contacts is there now. For one thread. */
final class ContactRows extends ItemRows {

    private static final int CREATED = Datasets.CONTACT.index("createdDateTime");
    private static final int FOLDER = Datasets.CONTACT.index("parentFolderId");

    ContactRows(String tenant) {
        super(Datasets.CONTACT, "#microsoft.graph.contact", "contact", tenant);
    }

    @Override
    boolean isPartial() {
        return text(CREATED).isEmpty();
    }

    @Override
    Kind place() {
        return Kind.ROW;
    }

    String folder() {
        return text(FOLDER);
    }
}
