package io.rapport.simulator.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mail folders that a mailbox may have. */
public enum Folder {
    INBOX("Inbox", "inbox", null),
    SENT_ITEMS("Sent Items", "sentitems", null),
    DRAFTS("Drafts", "drafts", null),
    DELETED_ITEMS("Deleted Items", "deleteditems", null),
    JUNK_EMAIL("Junk Email", "junkemail", null),
    ARCHIVE("Archive", "archive", null),
    OUTBOX("Outbox", "outbox", null),
    CONVERSATION_HISTORY("Conversation History", "conversationhistory", null),
    SYNC_ISSUES("Sync Issues", "syncissues", null),
    CUSTOMERS("Customers", null, INBOX),
    PROJECTS("Projects", null, null),
    PROJECTS_RUNNING("Running", null, PROJECTS);

    private final String displayName;
    private final @Nullable String wellKnownName;
    private final @Nullable Folder parent;

    Folder(String displayName, @Nullable String wellKnownName, @Nullable Folder parent) {
        this.displayName = displayName;
        this.wellKnownName = wellKnownName;
        this.parent = parent;
    }

    public String displayName() {
        return displayName;
    }

    /** The name by which Graph knows it in every mailbox; empty for a folder that its owner made. */
    public Optional<String> findWellKnownName() {
        return Optional.ofNullable(wellKnownName);
    }

    public boolean isOwn() {
        return wellKnownName == null;
    }

    /** Empty for a folder at the top. */
    public Optional<Folder> findParent() {
        return Optional.ofNullable(parent);
    }
}
