package io.rapport.connect.mailbox;

import io.rapport.connect.row.RowSink;
import io.rapport.core.dataset.Dataset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes what a mailbox holds. */
public interface MailboxSink extends RowSink {

    /** How far the folders of a mailbox have been read: folder to link. */
    Map<String, String> links(String mailbox);

    /** What was added so far holds everything that this link stands for. */
    void reached(String mailbox, String folder, String link);

    /** An item was read; it may have been older than the window. */
    void counted(Dataset dataset, boolean isInWindow);

    /** The contacts of a mailbox are being read for the first time. */
    void firstReading(String mailbox);

    /** All contacts of a mailbox have been read for the first time. */
    void firstReadingEnded(String mailbox);

    /** The app is shut out of a part of a mailbox that it reads otherwise. */
    void shut(String mailbox, MailboxContent content, String code);

    /** Names the key of each row of a dataset that has landed and whose column, one of text, holds a value. */
    void eachLanded(Dataset dataset, String column, String value, Consumer<List<String>> keys);
}
