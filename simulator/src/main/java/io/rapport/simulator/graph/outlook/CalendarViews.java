package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.mailbox.Calendar;
import io.rapport.simulator.mailbox.CalendarEvent;
import io.rapport.simulator.meeting.Meetings;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views that were asked for last, so that their next pages need not be made anew: as many events as a quarter of the
 * memory holds. Thread-safe.
 */
final class CalendarViews {

    /** What an event with its attendees takes, about. */
    private static final long EVENT_BYTES = 1_200;

    private final Meetings meetings;
    private final long mostEvents;
    /** The one that was asked last is the last one. */
    private final Map<View, List<CalendarEvent>> views = new LinkedHashMap<>(64, 0.75f, true);

    private long events;

    CalendarViews(Meetings meetings) {
        this(meetings, Runtime.getRuntime().maxMemory() / 4 / EVENT_BYTES);
    }

    /** @param mostEvents how many events all views may hold, but for the one that was made last */
    CalendarViews(Meetings meetings, long mostEvents) {
        this.meetings = meetings;
        this.mostEvents = mostEvents;
    }

    /** What a view is asked by: the same always holds the same. */
    private record View(int person, CalendarSpan span, Instant at) {}

    /** The events of a view, as they are at an instant, by start. */
    List<CalendarEvent> of(Person owner, CalendarSpan span, Instant at) {
        View view = new View(owner.index(), span, at);
        synchronized (views) {
            List<CalendarEvent> known = views.get(view);
            if (known != null) {
                return known;
            }
        }
        List<CalendarEvent> made = Calendar.open(meetings, owner).events(span.from(), span.to(), at);
        synchronized (views) {
            if (views.putIfAbsent(view, made) == null) {
                events += made.size();
            }
            Iterator<List<CalendarEvent>> eldest = views.values().iterator();
            while (events > mostEvents && views.size() > 1) {
                events -= eldest.next().size();
                eldest.remove();
            }
        }
        return made;
    }

    /** How many views are held. */
    int size() {
        synchronized (views) {
            return views.size();
        }
    }
}
