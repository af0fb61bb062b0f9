package io.rapport.simulator.export;

import java.time.Duration;
import java.time.Instant;

/**
 * What an export holds.
 *
 * @param from mail received, meetings that end, and signals written at this instant or later
 * @param at when the export is taken: everything is as it is then
 * @param folders which mail folders are read
 * @param fields which columns are written
 */
public record ExportPlan(Instant from, Instant at, Folders folders, Fields fields) {

    private static final Duration AHEAD = Duration.ofDays(30);

    /** Which mail folders are read. */
    public enum Folders {
        /** Those that the mail connectors read: not junk, not drafts. */
        CONNECTED,
        /** All, as Microsoft exports them. */
        ALL
    }

    /** Which columns are written. */
    public enum Fields {
        /** All that Microsoft writes, subjects and bodies among them. */
        ALL,
        /** Those that can land, for those who measure and don't need the rest. */
        LANDING
    }

    public ExportPlan {
        if (!from.isBefore(at)) {
            throw new IllegalArgumentException("the export begins at " + from + " and is taken at " + at);
        }
    }

    /** With the connectors' folders and all columns. */
    public ExportPlan(Instant from, Instant at) {
        this(from, at, Folders.CONNECTED, Fields.ALL);
    }

    /** Meetings that begin at this instant or later are not in the export. */
    public Instant calendarUntil() {
        return at.plus(AHEAD);
    }
}
