package io.rapport.connect.mail;

import io.rapport.connect.graph.ListPage;
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import java.time.Instant;
import tools.jackson.core.JsonParser;

/**
 * Messages as Graph sends them, one at a time. For one thread.
 */
public final class MessageRows {

    /** What has to be done with a message. */
    enum Kind {
        /** Whole, and within the window. */
        ROW,
        /** Whole, and older. */
        OLD,
        /**
         * Gone from this folder, or a change that names a few properties only: Graph sends no more than id, folder and
         * {@code isRead} where a message was opened. What it is now has to be asked for.
         */
        UNKNOWN,
        /** Can't be read. */
        REJECTED
    }

    private static final int ID = Datasets.MESSAGE.index("id");
    private static final int SENT = Datasets.MESSAGE.index("sentDateTime");
    private static final int RECEIVED = Datasets.MESSAGE.index("receivedDateTime");
    private static final int MODIFIED = Datasets.MESSAGE.index("lastModifiedDateTime");
    private static final int FOLDER = Datasets.MESSAGE.index("parentFolderId");
    private static final int OWNER = Datasets.MESSAGE.index("puser");
    private static final int DATE = "yyyy-MM-dd".length();

    private final StampedRows rows;
    private final Instant from;
    private final String firstDay;
    private String reason = "";

    /** @param from messages before its day are older than the window */
    public MessageRows(String tenant, Instant from) {
        this.rows = new StampedRows(ListPage.JSON, Datasets.MESSAGE, "#microsoft.graph.message", tenant);
        this.from = from;
        this.firstDay = from.toString().substring(0, DATE);
    }

    Kind read(JsonParser parser, String mailbox) {
        Outcome outcome = rows.read(parser);
        rows.row().set(OWNER, mailbox);
        reason = outcome == Outcome.REJECTED ? rows.reason() : "the message has no id";
        if (id().isEmpty()) {
            return Kind.REJECTED;
        }
        return switch (outcome) {
            case ROW -> rows.text(RECEIVED).isEmpty() ? Kind.UNKNOWN : isOld() ? Kind.OLD : Kind.ROW;
            case REMOVED -> Kind.UNKNOWN;
            case REJECTED, SUMMARY -> Kind.REJECTED;
        };
    }

    /** As it was asked for: then it is whole, whatever it lacks. */
    Kind readWhole(JsonParser parser, String mailbox) {
        Kind kind = read(parser, mailbox);
        return kind == Kind.UNKNOWN ? isOld() ? Kind.OLD : Kind.ROW : kind;
    }

    Row row() {
        return rows.row();
    }

    String id() {
        return rows.text(ID);
    }

    String folder() {
        return rows.text(FOLDER);
    }

    /** When the last message was modified, as Graph writes it. */
    String modified() {
        return rows.text(MODIFIED);
    }

    /** Where the window begins. */
    Instant from() {
        return from;
    }

    /** Why the last message was rejected. */
    String reason() {
        return reason;
    }

    /** Graph writes UTC, year first; the date that decides is the one that decides the month. */
    private boolean isOld() {
        String sent = rows.text(SENT);
        String date = sent.length() < DATE || sent.startsWith("0001") ? rows.text(RECEIVED) : sent;
        return date.length() >= DATE
                && !date.startsWith("0001")
                && date.substring(0, DATE).compareTo(firstDay) < 0;
    }
}
