package io.rapport.connect.mailbox;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;

/** What a connector reads of mailboxes, beside their settings. */
public enum MailboxContent {
    MAIL(Datasets.MESSAGE, "message"),
    CONTACTS(Datasets.CONTACT, "contact"),
    CALENDAR(Datasets.CALENDAR_VIEW, "event");

    private final Dataset dataset;
    private final String word;

    MailboxContent(Dataset dataset, String word) {
        this.dataset = dataset;
        this.word = word;
    }

    /** As what it lands. */
    public Dataset dataset() {
        return dataset;
    }

    /** For one item, in a sentence. */
    public String word() {
        return word;
    }
}
