package io.rapport.connect.mailbox;

import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.StampedRows;
import io.rapport.core.dataset.Datasets;

/**
 * What is asked of the calendar. {@code delta} knows no {@code $select}: what it sends beside the allow-list is dropped
 * while it is parsed.
 *
 * @param pageSize events a page
 */
record CalendarRequests(MailboxRequests mailbox, int pageSize) {

    private static final String EVENT = StampedRows.select(Datasets.CALENDAR_VIEW);

    /** Ids and times of all events, and the link that tells what changes from then on. */
    GraphRequest changes(CalendarWindow window) {
        return mailbox.to("/calendarView/delta" + span(window)).paged(pageSize);
    }

    GraphRequest changesFrom(String link) {
        return mailbox.follow(link).paged(pageSize);
    }

    /** All events, occurrences of series with all that they have. */
    GraphRequest events(CalendarWindow window) {
        return mailbox.to("/calendarView" + span(window) + "&$select=" + EVENT + "&$top=" + pageSize);
    }

    GraphRequest event(String id) {
        return mailbox.to("/events/" + UrlText.escaped(id) + "?$select=" + EVENT);
    }

    private static String span(CalendarWindow window) {
        return "?startDateTime=" + window.from() + "&endDateTime=" + window.until();
    }
}
