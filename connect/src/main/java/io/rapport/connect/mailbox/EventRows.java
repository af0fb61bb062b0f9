package io.rapport.connect.mailbox;

import io.rapport.core.dataset.Datasets;
import org.jspecify.annotations.Nullable;

/**
 * Events of a calendar view. Where changes are told, an occurrence of a series comes with its id, its times and its
 * series only, and the series itself comes too, which is no event of the view. For one thread.
 */
final class EventRows extends ItemRows {

    private static final int TYPE = Datasets.CALENDAR_VIEW.index("type");
    private static final int UID = Datasets.CALENDAR_VIEW.index("iCalUId");
    private static final int START = Datasets.CALENDAR_VIEW.index("start");
    private static final int END = Datasets.CALENDAR_VIEW.index("end");
    private static final int SECONDS = "yyyy-MM-ddTHH:mm:ss".length();

    private final CalendarWindow window;
    private final String from;
    private final String until;

    EventRows(String tenant, CalendarWindow window) {
        super(Datasets.CALENDAR_VIEW, "#microsoft.graph.event", "event", tenant);
        this.window = window;
        this.from = window.from().toString().substring(0, SECONDS);
        this.until = window.until().toString().substring(0, SECONDS);
    }

    @Override
    boolean isPartial() {
        return !isSeries() && text(UID).isEmpty();
    }

    /** A view holds what it overlaps. Graph writes times in UTC unless it is asked for another zone. */
    @Override
    Kind place() {
        if (isSeries()) {
            return Kind.IGNORED;
        }
        String start = time(START);
        String end = time(END);
        if (!start.isEmpty() && start.compareTo(until) >= 0) {
            return Kind.AHEAD;
        }
        return !end.isEmpty() && end.compareTo(from) <= 0 && start.compareTo(from) < 0 ? Kind.OLD : Kind.ROW;
    }

    CalendarWindow window() {
        return window;
    }

    /** Whether the last one is a series and not one of its occurrences. */
    boolean isSeries() {
        return text(TYPE).equals("seriesMaster");
    }

    /** To the second; empty where there is none. */
    private String time(int column) {
        @Nullable Object value = row().value(column);
        return value instanceof Object[] fields && fields[0] instanceof String text && text.length() >= SECONDS
                ? text.substring(0, SECONDS)
                : "";
    }
}
