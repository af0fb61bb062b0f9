package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.Changes;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.DeltaQuery;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.mailbox.Calendar;
import io.rapport.simulator.mailbox.CalendarEvent;
import io.rapport.simulator.meeting.Meetings;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /calendarView} of a mailbox, its changes, and single events. */
public final class CalendarRoutes {

    private static final Access ACCESS = Access.mailbox(Permission.CALENDARS_READ, Permission.CALENDARS_READ_BASIC_ALL);

    /** How far beyond the view a changed event is told as removed, as Microsoft 365 does. */
    private static final Duration BEYOND = Duration.ofDays(7);

    private final Meetings meetings;
    private final CalendarViews views;
    private final SyncStates syncStates;
    private final Listing<EventItem> events;
    private final DeltaQuery delta;

    public CalendarRoutes(Meetings meetings, LinkTokens tokens, Quirks quirks, SyncStates syncStates) {
        this.meetings = meetings;
        this.views = new CalendarViews(meetings);
        this.syncStates = syncStates;
        this.events = Listing.ofOutlook(EventType.TYPE, tokens, quirks);
        this.delta = DeltaQuery.ofOutlook(tokens, quirks);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/users/{id}/calendarView", ACCESS, 0, this::view),
                Route.get("/users/{id}/calendar/calendarView", ACCESS, 0, this::view),
                Route.get("/users/{id}/events/{id}", ACCESS, 0, this::one),
                Route.get("/users/{id}/calendarView/delta", ACCESS, 0, this::delta),
                Route.get("/users/{id}/calendar/calendarView/delta", ACCESS, 0, this::delta));
    }

    private Answer view(Call call) {
        CalendarSpan span = CalendarSpan.of(call.options());
        return events.answer(
                call,
                "users('" + call.key(0) + "')/calendarView",
                EventType.selection(call.options().select(), isBasic(call)),
                at -> items(call, views.of(call.mailboxOwner(), span, at)));
    }

    private Answer one(Call call) {
        EventItem item = calendar(call)
                .find(id -> call.key(1).equals(id) || call.key(1).equals(EventItem.id(id, call.prefer())), call.now())
                .map(event -> new EventItem(event, call.prefer()))
                .orElseThrow(GraphRefusal::noItem);
        return CollectionBody.entity(
                call,
                "users('" + call.key(0) + "')/events",
                EventType.selection(call.options().select(), isBasic(call)),
                item);
    }

    private Answer delta(Call call) {
        List<String> refused = call.options()
                .givenOf("$orderby", "$filter", "$select", "$expand", "$search", "$top", "$skip", "$count");
        if (!refused.isEmpty()) {
            throw new GraphRefusal(
                    400,
                    "ErrorInvalidUrlQuery",
                    "The following parameters are not supported with change tracking over the 'CalendarView' resource: '"
                            + String.join(", ", refused) + "'.");
        }
        return delta.answer(
                call,
                "Collection(microsoft.graph.event)",
                EventType.TYPE.name(),
                syncStates.ofMailbox(call.mailboxOwner().id()),
                new ChangeWriting(isBasic(call)),
                (options, since, at) -> changes(call, options, since, at));
    }

    private Changes<EventItem> changes(Call call, QueryOptions options, @Nullable Instant since, Instant at) {
        CalendarSpan span = CalendarSpan.of(options);
        if (since == null) {
            return new Changes<>(items(call, views.of(call.mailboxOwner(), span, at)), List.of());
        }
        Calendar calendar = calendar(call);
        var changed = calendar.changes(span.from(), span.to(), since, at);
        Set<String> gone = new TreeSet<>(changed.removed());
        gone.addAll(changedBeyond(calendar, span, since, at));
        changed.changed().forEach(event -> gone.remove(event.id()));
        return new Changes<>(
                items(call, changed.changed()),
                gone.stream()
                        .map(id -> Changes.Removed.deleted(EventItem.id(id, call.prefer())))
                        .toList());
    }

    /** Events outside the view that changed: they are told as removed. */
    private static List<String> changedBeyond(Calendar calendar, CalendarSpan span, Instant since, Instant at) {
        return calendar.changes(span.to(), span.to().plus(BEYOND), since, at).changed().stream()
                .filter(event -> !event.start().isBefore(span.to()))
                .map(CalendarEvent::id)
                .toList();
    }

    private Calendar calendar(Call call) {
        return Calendar.open(meetings, call.mailboxOwner());
    }

    private static boolean isBasic(Call call) {
        return !call.caller().may(Permission.CALENDARS_READ);
    }

    /** A view: an event's item is made when it is written. */
    private static List<EventItem> items(Call call, List<CalendarEvent> events) {
        return new AbstractList<>() {
            @Override
            public EventItem get(int index) {
                return new EventItem(events.get(index), call.prefer());
            }

            @Override
            public int size() {
                return events.size();
            }
        };
    }

    /** Of an occurrence that is as its series has it, change tracking tells when it is and little more. */
    private record ChangeWriting(boolean isBasic) implements DeltaQuery.Writing<EventItem> {

        private static final Set<String> OF_OCCURRENCES =
                Set.of("@odata.etag", "id", "seriesMasterId", "type", "start", "end");

        @Override
        public Selection<EventItem> selection(QueryOptions options) {
            return EventType.selection(Set.of(), isBasic);
        }

        @Override
        public void write(Selection<EventItem> selection, JsonGenerator json, EventItem item) {
            if (item.event().type().equals("occurrence")) {
                selection.writeMembersOnly(OF_OCCURRENCES, json, item);
            } else {
                selection.writeMembers(json, item);
            }
        }
    }
}
