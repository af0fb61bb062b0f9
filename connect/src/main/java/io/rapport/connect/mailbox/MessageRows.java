package io.rapport.connect.mailbox;

import io.rapport.core.dataset.Datasets;
import java.time.Instant;

/**
 * Messages. Graph sends no more than id, folder and {@code isRead} where a message was opened. For one thread.
 */
final class MessageRows extends ItemRows {

    private static final int SENT = Datasets.MESSAGE.index("sentDateTime");
    private static final int RECEIVED = Datasets.MESSAGE.index("receivedDateTime");
    private static final int MODIFIED = Datasets.MESSAGE.index("lastModifiedDateTime");
    private static final int FOLDER = Datasets.MESSAGE.index("parentFolderId");
    private static final int DATE = "yyyy-MM-dd".length();

    private final Instant from;
    private final String firstDay;

    /** @param from messages before its day are older than the window */
    MessageRows(String tenant, Instant from) {
        super(Datasets.MESSAGE, "#microsoft.graph.message", "message", tenant);
        this.from = from;
        this.firstDay = from.toString().substring(0, DATE);
    }

    @Override
    boolean isPartial() {
        return text(RECEIVED).isEmpty();
    }

    /** Graph writes UTC, year first; the date that decides is the one that decides the month. */
    @Override
    Kind place() {
        String sent = text(SENT);
        String date = sent.length() < DATE || sent.startsWith("0001") ? text(RECEIVED) : sent;
        boolean isOld = date.length() >= DATE
                && !date.startsWith("0001")
                && date.substring(0, DATE).compareTo(firstDay) < 0;
        return isOld ? Kind.OLD : Kind.ROW;
    }

    String folder() {
        return text(FOLDER);
    }

    /** When the last message was modified, as Graph writes it. */
    String modified() {
        return text(MODIFIED);
    }

    /** Where the window begins. */
    Instant from() {
        return from;
    }
}
