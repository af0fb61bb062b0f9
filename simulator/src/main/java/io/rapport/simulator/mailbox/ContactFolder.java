package io.rapport.simulator.mailbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contact folders that every mailbox has: Outlook's own, and two that people make. */
public enum ContactFolder {
    CONTACTS("Contacts", null),
    CUSTOMERS("Customers", CONTACTS),
    FORMER("Former", CUSTOMERS);

    private final String displayName;
    private final @Nullable ContactFolder parent;

    ContactFolder(String displayName, @Nullable ContactFolder parent) {
        this.displayName = displayName;
        this.parent = parent;
    }

    public String displayName() {
        return displayName;
    }

    /** Empty for the default folder, which holds the others. */
    public Optional<ContactFolder> findParent() {
        return Optional.ofNullable(parent);
    }
}
