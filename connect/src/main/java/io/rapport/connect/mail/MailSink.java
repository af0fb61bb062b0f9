package io.rapport.connect.mail;

import io.rapport.connect.row.RowSink;
import java.util.Map;

/** Takes what a mailbox holds. */
public interface MailSink extends RowSink {

    /** How far the folders of a mailbox have been read: folder to link. */
    Map<String, String> links(String mailbox);

    /** What was added so far holds everything that this link stands for. */
    void reached(String mailbox, String folder, String link);

    /** A message was read; it may have been older than the window. */
    void counted(boolean isInWindow);
}
