package io.rapport.connect.mailbox;

import io.rapport.connect.graph.ListPage;
import io.rapport.connect.row.RowReader.Outcome;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import tools.jackson.core.JsonParser;

/** Items of one kind as Graph sends them, one at a time, sorted by what has to be done with them. For one thread. */
abstract class ItemRows {

    /** What has to be done with an item. */
    enum Kind {
        /** Whole, and within the window. */
        ROW,
        /** Whole, and older than the window. */
        OLD,
        /** Whole, and not yet within the window. */
        AHEAD,
        /** Nothing that lands. */
        IGNORED,
        /** Gone from the list that was asked for: to where, if anywhere, has to be asked. */
        LEFT,
        /** Told with a few properties only. What it is now has to be asked for. */
        PARTIAL,
        /** Can't be read. */
        REJECTED
    }

    private final StampedRows rows;
    private final String noId;
    private final int idColumn;
    private final int owner;
    private String reason = "";

    /** @param word for one of them, in a sentence */
    ItemRows(Dataset dataset, String typeName, String word, String tenant) {
        this.rows = new StampedRows(ListPage.JSON, dataset, typeName, tenant);
        this.noId = "the " + word + " has no id";
        this.idColumn = dataset.index("id");
        this.owner = dataset.index("puser");
    }

    /** Reads the object whose opening brace the parser has just passed. */
    final Kind read(JsonParser parser, String mailbox) {
        Kind kind = next(parser, mailbox);
        return kind == Kind.ROW ? isPartial() ? Kind.PARTIAL : place() : kind;
    }

    /** An object as it was asked for by its id: then it is whole, whatever it lacks. */
    final Kind readWhole(JsonParser parser, String mailbox) {
        Kind kind = next(parser, mailbox);
        return kind == Kind.ROW ? place() : kind;
    }

    private Kind next(JsonParser parser, String mailbox) {
        Outcome outcome = rows.read(parser);
        rows.row().set(owner, mailbox);
        reason = outcome == Outcome.REJECTED ? rows.reason() : noId;
        if (id().isEmpty()) {
            return Kind.REJECTED;
        }
        return switch (outcome) {
            case ROW -> Kind.ROW;
            case REMOVED -> Kind.LEFT;
            case REJECTED, SUMMARY -> Kind.REJECTED;
        };
    }

    /** Whether the last object lacks what every whole one has. */
    abstract boolean isPartial();

    /** Where the last object, which is whole, lies in time. */
    abstract Kind place();

    final Row row() {
        return rows.row();
    }

    final Dataset dataset() {
        return rows.row().dataset();
    }

    final String id() {
        return rows.text(idColumn);
    }

    /** A column's text, or empty where it is absent. */
    final String text(int column) {
        return rows.text(column);
    }

    /** Why the last object was rejected. */
    final String reason() {
        return reason;
    }
}
