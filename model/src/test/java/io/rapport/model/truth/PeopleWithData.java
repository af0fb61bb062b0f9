package io.rapport.model.truth;

import io.rapport.core.time.EventTime;
import io.rapport.core.time.InstantText;
import io.rapport.model.contract.CompanyInput;
import io.rapport.model.truth.Selection.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The listed people of whom there is data: a copy that is dated in the window lies in the mailbox; of a person who is in
 * no directory no mailbox is known: there the address is on a copy. Drafts and series masters are no data.
 */
final class PeopleWithData {

    private final Selection selection;
    private final Window window;
    private final Set<Person> people = new HashSet<>();

    private PeopleWithData(Selection selection, Window window) {
        this.selection = selection;
        this.window = window;
    }

    static Set<Person> of(CompanyInput input, Selection selection) {
        PeopleWithData data = new PeopleWithData(selection, Window.endingOn(input.asOf(), input.zone()));
        Copies.read(input.rows("Message_v1"), selection).forEach(data::addMessage);
        Copies.read(input.rows("CalendarView_v0"), selection).forEach(data::addEvent);
        return data.people;
    }

    private void addMessage(Map<String, @Nullable Object> copy) {
        Instant sent = InstantText.parse(Json.text(copy, "sentDateTime"));
        Instant time = sent != null ? sent : InstantText.parse(Json.text(copy, "receivedDateTime"));
        if (Json.isTrue(copy, "isDraft") || time == null || !window.contains(window.dateOf(time))) {
            return;
        }
        Set<String> addresses = new TreeSet<>();
        String from = Json.address(copy.get("from"));
        String sender = from != null ? from : Json.address(copy.get("sender"));
        if (sender != null) {
            addresses.add(sender);
        }
        for (String column : List.of("toRecipients", "ccRecipients", "bccRecipients")) {
            addresses.addAll(addresses(Json.list(copy, column)));
        }
        add(copy, addresses);
    }

    private void addEvent(Map<String, @Nullable Object> copy) {
        Instant start = Meeting.instant(copy, "start");
        if (Json.isWord("seriesMaster", copy, "type") || start == null) {
            return;
        }
        LocalDate date = Json.isTrue(copy, "isAllDay")
                ? Objects.requireNonNull(EventTime.writtenDate(Json.text(copy, "start", "dateTime")))
                : window.dateOf(start);
        if (!window.contains(date)) {
            return;
        }
        Set<String> addresses = addresses(Json.list(copy, "attendees"));
        String organizer = Json.address(copy.get("organizer"));
        if (organizer != null) {
            addresses.add(organizer);
        }
        add(copy, addresses);
    }

    private void add(Map<String, @Nullable Object> copy, Set<String> addresses) {
        for (Person person : selection.people.values()) {
            boolean isThere = person.userId() == null
                    ? person.addresses().stream().anyMatch(addresses::contains)
                    : person.userId().equals(Copies.mailbox(copy));
            if (isThere) {
                people.add(person);
            }
        }
    }

    private static Set<String> addresses(List<Object> entries) {
        Set<String> addresses = new TreeSet<>();
        for (Object entry : entries) {
            String address = Json.address(entry);
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }
}
