package io.rapport.connect.sync;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One calendar: changes tell of an occurrence when it is and no more, and of series and of what is outside the view too. */
final class FakeCalendar {

    private static final Pattern SPAN = Pattern.compile("startDateTime=([^&]*)&endDateTime=([^&]*)");
    private static final Pattern TOKEN = Pattern.compile("\\$(skiptoken|deltatoken)=(\\d+)-(\\d+)-([^-_&]*)_([^&]*)");
    private static final Pattern SKIP = Pattern.compile("\\$skip=(\\d+)");

    private record Event(String id, String series, Instant start, String attendee) {}

    private record Change(int number, String event) {}

    private final String base;
    private final int pageSize;
    private final Map<String, Event> events = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    /** Left out of lists, as a page that moves on while somebody deletes an event before it leaves one out. */
    final Set<String> unlisted = new LinkedHashSet<>();

    FakeCalendar(String mailbox, int pageSize) {
        this.base = "/users/" + mailbox + "/calendarView";
        this.pageSize = pageSize;
    }

    /** Comes, or changes. */
    void event(String id, String start, String attendee) {
        put(new Event(id, "", Instant.parse(start), attendee));
    }

    void occurrence(String id, String series, String start, String attendee) {
        put(new Event(id, series, Instant.parse(start), attendee));
        changes.add(new Change(changes.size() + 1, series));
    }

    void delete(String id) {
        events.remove(id);
        changes.add(new Change(changes.size() + 1, id));
    }

    private void put(Event event) {
        events.put(event.id(), event);
        changes.add(new Change(changes.size() + 1, event.id()));
    }

    Answer one(String id) {
        Event event = events.get(id);
        return event == null ? FakeTransport.error(404, "ErrorItemNotFound") : FakeTransport.json(whole(event));
    }

    Answer list(String query) {
        Matcher skip = SKIP.matcher(query);
        int from = skip.find() ? Integer.parseInt(skip.group(1)) : 0;
        Matcher span = span(query);
        List<String> all = within(span.group(1), span.group(2)).stream()
                .filter(event -> !unlisted.contains(event.id()))
                .map(FakeCalendar::whole)
                .toList();
        int to = Math.min(all.size(), from + pageSize);
        return FakeTenant.page(
                all.subList(Math.min(from, to), to),
                to < all.size() ? "@odata.nextLink" : "",
                to < all.size() ? base + "?" + span.group() + "&$select=id&$skip=" + to : "");
    }

    Answer delta(String query) {
        Matcher token = TOKEN.matcher(query);
        if (!token.find()) {
            Matcher span = span(query);
            return told(changes.size(), 0, span.group(1), span.group(2));
        }
        int mark = Integer.parseInt(token.group(2));
        String from = token.group(4).replace('~', '-');
        String until = token.group(5).replace('~', '-');
        if (token.group(1).equals("skiptoken")) {
            return told(mark, Integer.parseInt(token.group(3)), from, until);
        }
        Set<String> ids = new LinkedHashSet<>();
        changes.stream().filter(change -> change.number() > mark).forEach(change -> ids.add(change.event()));
        List<String> within = within(from, until).stream().map(Event::id).toList();
        List<String> objects = new ArrayList<>();
        for (String id : ids) {
            Event event = events.get(id);
            if (id.startsWith("series")) {
                objects.add("{\"id\":\"" + id + "\",\"type\":\"seriesMaster\"," + times("2020-01-01T08:00:00Z") + "}");
            } else {
                objects.add(
                        event != null && within.contains(id)
                                ? told(event)
                                : "{\"@removed\":{\"reason\":\"deleted\"},\"id\":\"" + id + "\"}");
            }
        }
        return FakeTenant.page(objects, "@odata.deltaLink", link("deltatoken", changes.size(), 0, from, until));
    }

    private Answer told(int mark, int from, String begin, String end) {
        List<String> all = within(begin, end).stream().map(FakeCalendar::told).toList();
        int to = Math.min(all.size(), from + pageSize);
        return FakeTenant.page(
                all.subList(Math.min(from, to), to),
                to < all.size() ? "@odata.nextLink" : "@odata.deltaLink",
                to < all.size() ? link("skiptoken", mark, to, begin, end) : link("deltatoken", mark, 0, begin, end));
    }

    private String link(String kind, int mark, int skip, String from, String until) {
        return base + "/delta?$" + kind + "=" + mark + "-" + skip + "-" + from.replace('-', '~') + "_"
                + until.replace('-', '~');
    }

    private List<Event> within(String from, String until) {
        return events.values().stream()
                .filter(event -> event.start().isBefore(Instant.parse(until))
                        && event.start().plusSeconds(3_600).isAfter(Instant.parse(from)))
                .toList();
    }

    private static Matcher span(String query) {
        Matcher span = SPAN.matcher(query);
        if (!span.find()) {
            throw new IllegalArgumentException("a view without a span");
        }
        return span;
    }

    private static String told(Event event) {
        return event.series().isEmpty()
                ? whole(event)
                : "{\"id\":\"" + event.id() + "\",\"seriesMasterId\":\"" + event.series()
                        + "\",\"type\":\"occurrence\"," + times(event.start().toString()) + "}";
    }

    private static String whole(Event event) {
        return "{\"@odata.etag\":\"W/x\",\"id\":\"" + event.id()
                + "\",\"subject\":\"Nightjar\",\"bodyPreview\":\"Nightjar\","
                + "\"location\":{\"displayName\":\"Nightjar\"},\"iCalUId\":\"uid-" + event.id() + "\",\"type\":\""
                + (event.series().isEmpty() ? "singleInstance" : "occurrence") + "\","
                + times(event.start().toString()) + ",\"organizer\":{\"emailAddress\":{\"name\":\"Nightjar\","
                + "\"address\":\"mira@contoso.com\"}},\"attendees\":[{\"type\":\"required\",\"emailAddress\":{\"name\":"
                + "\"Nightjar\",\"address\":\"" + event.attendee() + "\"}}]}";
    }

    private static String times(String start) {
        return "\"start\":" + time(Instant.parse(start)) + ",\"end\":"
                + time(Instant.parse(start).plusSeconds(3_600));
    }

    private static String time(Instant instant) {
        return "{\"dateTime\":\"" + instant.toString().replace("Z", ".0000000") + "\",\"timeZone\":\"UTC\"}";
    }
}
