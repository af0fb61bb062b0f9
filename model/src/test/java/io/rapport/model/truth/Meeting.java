package io.rapport.model.truth;

import io.rapport.core.time.EventTime;
import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Selection.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One meeting: the copies of one occurrence joined. */
final class Meeting {

    final List<Map<String, @Nullable Object>> copies;
    final LocalDate date;
    final boolean isCancelled;
    final boolean isPrivate;
    final @Nullable String organizer;
    /** Null: of no known duration, or of a whole day. */
    final @Nullable Long seconds;

    private final Set<String> attendees = new TreeSet<>();
    private final Set<String> declined = new TreeSet<>();
    private final Set<Person> declinedInTheirMailbox = new HashSet<>();
    private final Selection selection;
    private final Sides sides;

    /** @param copies in the code-point order of (mailbox, id); each has a usable start */
    Meeting(List<Map<String, @Nullable Object>> copies, Selection selection, Sides sides, Window window) {
        this.copies = copies;
        this.selection = selection;
        this.sides = sides;
        boolean cancelled = false;
        boolean isSensitive = false;
        String firstOrganizer = null;
        for (Map<String, @Nullable Object> copy : copies) {
            cancelled = cancelled || Json.isTrue(copy, "isCancelled");
            isSensitive = isSensitive
                    || Json.isWord("private", copy, "sensitivity")
                    || Json.isWord("confidential", copy, "sensitivity");
            firstOrganizer = firstOrganizer == null ? Json.address(copy.get("organizer")) : firstOrganizer;
            readAttendees(copy);
            Person owner = selection.ownerOf(Copies.mailbox(copy));
            if (owner != null && Json.isWord("declined", copy, "responseStatus", "response")) {
                declinedInTheirMailbox.add(owner);
            }
        }
        isCancelled = cancelled;
        isPrivate = isSensitive;
        organizer = firstOrganizer;
        // "All-day and duration are the first copy's"
        Map<String, @Nullable Object> first = copies.get(0);
        Instant start = Objects.requireNonNull(instant(first, "start"));
        Instant end = instant(first, "end");
        if (Json.isTrue(first, "isAllDay")) {
            date = Objects.requireNonNull(EventTime.writtenDate(Json.text(first, "start", "dateTime")));
            seconds = null;
        } else {
            date = window.dateOf(start);
            seconds = end == null
                    ? null
                    : Long.valueOf(Math.max(0, Duration.between(start, end).toSeconds()));
        }
    }

    static @Nullable Instant instant(Map<String, @Nullable Object> copy, String column) {
        return EventTime.instant(Json.text(copy, column, "dateTime"), Json.text(copy, column, "timeZone"));
    }

    private void readAttendees(Map<String, @Nullable Object> copy) {
        for (Object attendee : Json.list(copy, "attendees")) {
            String address = Json.address(attendee);
            if (address == null || Json.isWord("resource", attendee, "type")) {
                continue;
            }
            attendees.add(address);
            boolean isGroup = selection.directory.groupOf.containsKey(address);
            if (!isGroup && Json.isWord("declined", attendee, "status", "response")) {
                declined.add(address);
            }
        }
    }

    @Nullable
    String reasonToLeaveOut(Window window, boolean excludePrivate) {
        if (isCancelled) {
            return "Cancelled";
        }
        if (organizer == null) {
            return "No usable organizer";
        }
        if (selection.directory.groupOf.containsKey(organizer)) {
            return "The organizer is a group";
        }
        if (excludePrivate && isPrivate) {
            return "Private";
        }
        return window.contains(date) ? null : "Outside the window";
    }

    /** The listed people in whose mailboxes copies lie, also those who declined. */
    Set<Person> ownersOfCopies() {
        Set<Person> owners = new HashSet<>();
        for (String mailbox : Copies.mailboxes(copies)) {
            Person owner = selection.ownerOf(mailbox);
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    @Nullable
    Person listedOrganizer() {
        return sides.person(organizer);
    }

    Set<Contact> contactsAsOrganizer() {
        return sides.contacts(organizer);
    }

    Set<Person> listedParticipants() {
        Set<Person> people = ownersOfCopies();
        for (String address : Copies.expanded(attendees, selection)) {
            Person person = sides.person(address);
            if (person != null) {
                people.add(person);
            }
        }
        people.removeAll(declinedInTheirMailbox);
        for (String address : declined) {
            Person person = sides.person(address); // "under any of his or her addresses"
            if (person != null) {
                people.remove(person);
            }
        }
        Person organizing = listedOrganizer();
        if (organizing != null) {
            people.add(organizing); // "It always takes part."
        }
        return people;
    }

    Set<Contact> participatingContacts() {
        Set<Contact> contacts = new HashSet<>();
        for (String address : Copies.expanded(attendees, selection)) {
            contacts.addAll(sides.contacts(address));
        }
        Set<String> declinedIds = new TreeSet<>();
        for (String address : declined) {
            sides.contacts(address).forEach(contact -> declinedIds.add(contact.id()));
        }
        contacts.removeIf(contact -> declinedIds.contains(contact.id()));
        contacts.addAll(contactsAsOrganizer()); // "It always takes part."
        return contacts;
    }
}
