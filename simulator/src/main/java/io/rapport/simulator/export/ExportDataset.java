package io.rapport.simulator.export;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;

/** The datasets that the company can be exported as, the directory first. */
public enum ExportDataset {
    USERS("User_v1", false),
    GROUPS("GroupDetails_v0", false),
    GROUP_MEMBERS("GroupMembers_v0", false),
    MAILBOX_SETTINGS("MailboxSettings_v0", true),
    CONTACTS("Contact_v1", true),
    CONTACT_ACTIVITY("OutlookContactActivity_v0", true),
    EVENTS("CalendarView_v0", true),
    MESSAGES("Message_v1", true);

    private final String name;
    private final boolean isAboutMailboxes;

    ExportDataset(String name, boolean isAboutMailboxes) {
        this.name = name;
        this.isAboutMailboxes = isAboutMailboxes;
    }

    public Dataset dataset() {
        return Datasets.find(name).orElseThrow();
    }

    /** Whether its rows belong to mailboxes, and so to a region each. */
    public boolean isAboutMailboxes() {
        return isAboutMailboxes;
    }
}
