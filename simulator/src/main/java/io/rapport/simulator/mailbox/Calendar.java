package io.rapport.simulator.mailbox;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.meeting.Meetings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calendar of one mailbox. It keeps nothing: every question makes the answer anew. Thread-safe.
 *
 * <p>An event is in a view where it overlaps it: it begins before the view's end and ends after its begin.
 */
public final class Calendar {

    private static final Duration AHEAD = Duration.ofDays(400);

    private final Meetings meetings;
    private final Person owner;
    private final ItemIds ids;

    private Calendar(Meetings meetings, Person owner) {
        this.meetings = meetings;
        this.owner = owner;
        long key = Chance.mix(Chance.key(meetings.company().plan().seed(), "mailbox"), owner.index());
        this.ids = new ItemIds(owner.mailboxGuid(), key);
    }

    /** The calendar of an employee; that of a shared mailbox is empty. */
    public static Calendar open(Meetings meetings, Person owner) {
        if (owner.isGuest()) {
            throw new IllegalArgumentException("a guest has no mailbox");
        }
        return new Calendar(meetings, owner);
    }

    public Person owner() {
        return owner;
    }

    /** The events of a view, as they are at an instant, by start. */
    public List<CalendarEvent> events(Instant from, Instant to, Instant at) {
        return events(copies(from, to), from, to, at);
    }

    /** An event of which the id is known, as it is at an instant; empty where it isn't there, or years away. */
    public Optional<CalendarEvent> find(Predicate<String> isCalled, Instant at) {
        long second = at.getEpochSecond();
        return copies(meetings.company().begin(), at.plus(AHEAD)).stream()
                .filter(copy -> copy.isThere(second) && isCalled.test(ids.item(copy.key())))
                .map(copy -> copy.event(ids, second))
                .findFirst();
    }

    /** What has changed in a view after one instant, up to and including another. */
    public FolderChanges<CalendarEvent> changes(Instant from, Instant to, Instant since, Instant at) {
        List<EventCopy> copies = copies(from, to);
        Map<String, CalendarEvent> before = new HashMap<>();
        events(copies, from, to, since).forEach(event -> before.put(event.id(), event));
        List<CalendarEvent> changed = new ArrayList<>();
        for (CalendarEvent event : events(copies, from, to, at)) {
            CalendarEvent known = before.remove(event.id());
            if (known == null || !known.equals(event)) {
                changed.add(event);
            }
        }
        return new FolderChanges<>(changed, before.keySet().stream().sorted().toList());
    }

    private List<EventCopy> copies(Instant from, Instant to) {
        List<EventCopy> copies = new ArrayList<>();
        meetings.meetings(
                owner.index(),
                from,
                to,
                meeting -> EventCopy.find(meetings.company(), owner.index(), meeting)
                        .ifPresent(copies::add));
        return copies;
    }

    private List<CalendarEvent> events(List<EventCopy> copies, Instant from, Instant to, Instant at) {
        long second = at.getEpochSecond();
        return copies.stream()
                .filter(copy -> copy.isThere(second))
                .map(copy -> copy.event(ids, second))
                .filter(event -> event.start().isBefore(to) && event.end().isAfter(from))
                .sorted(Comparator.comparing(CalendarEvent::start).thenComparing(CalendarEvent::id))
                .toList();
    }
}
