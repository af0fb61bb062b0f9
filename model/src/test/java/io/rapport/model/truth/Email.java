package io.rapport.model.truth;

import io.rapport.core.address.ConversationKey;
import io.rapport.core.time.InstantText;
import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Selection.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One email: its copies joined. */
final class Email {

    final String key;
    final List<Map<String, @Nullable Object>> copies;
    final @Nullable Instant time;
    final @Nullable LocalDate date;
    /** As written; may be a group's or nobody's. */
    final @Nullable String sender;

    final @Nullable String conversation;
    /** To, cc and bcc of all copies, groups not expanded. */
    final Set<String> direct = new TreeSet<>();

    private final Selection selection;
    private final Sides sides;

    /** @param copies in the code-point order of (mailbox, id) */
    Email(String key, List<Map<String, @Nullable Object>> copies, Selection selection, Sides sides, Window window) {
        this.key = key;
        this.copies = copies;
        this.selection = selection;
        this.sides = sides;
        Instant earliest = null;
        String firstSender = null;
        String firstConversation = null;
        for (Map<String, @Nullable Object> copy : copies) {
            // "a copy's sentDateTime, else its receivedDateTime; the email has the earliest of its copies"
            Instant sent = InstantText.parse(Json.text(copy, "sentDateTime"));
            Instant of = sent != null ? sent : InstantText.parse(Json.text(copy, "receivedDateTime"));
            if (of != null && (earliest == null || of.isBefore(earliest))) {
                earliest = of;
            }
            // "from, else sender, of the first copy in which one of them is an address"
            String from = Json.address(copy.get("from"));
            String ofCopy = from != null ? from : Json.address(copy.get("sender"));
            firstSender = firstSender == null ? ofCopy : firstSender;
            // "of the first copy that has one"
            String conversationOfCopy = ConversationKey.of(Json.text(copy, "conversationId"));
            firstConversation = firstConversation == null ? conversationOfCopy : firstConversation;
            for (String column : List.of("toRecipients", "ccRecipients", "bccRecipients")) {
                for (Object entry : Json.list(copy, column)) {
                    String address = Json.address(entry);
                    if (address != null) {
                        direct.add(address);
                    }
                }
            }
        }
        time = earliest;
        date = earliest == null ? null : window.dateOf(earliest);
        sender = firstSender;
        conversation = firstConversation;
    }

    /** Why it is left out: the first reason that holds; null where it counts. */
    @Nullable
    String reasonToLeaveOut(Window window, @Nullable Integer ignoreBulkOver) {
        if (date == null) {
            return "No usable time";
        }
        if (sender == null) {
            return "No usable sender";
        }
        if (selection.directory.groupOf.containsKey(sender)) {
            return "The sender is a group";
        }
        if (!window.contains(date)) {
            return "Outside the window";
        }
        return ignoreBulkOver != null && direct.size() > ignoreBulkOver ? "Bulk" : null;
    }

    /** The listed people in whose mailboxes copies lie. */
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
    Person listedSender() {
        return sides.person(sender);
    }

    Set<Contact> contactsAsSender() {
        return sides.contacts(sender);
    }

    Set<Person> listedRecipients() {
        Set<Person> people = new HashSet<>();
        for (String address : Copies.expanded(direct, selection)) {
            Person person = sides.person(address);
            if (person != null) {
                people.add(person);
            }
        }
        // "A listed person in whose mailbox a copy lies is a recipient too, unless he or she sent it"
        for (Person owner : ownersOfCopies()) {
            if (!owner.equals(listedSender())) {
                people.add(owner);
            }
        }
        return people;
    }

    Set<Contact> contactsAsRecipients() {
        Set<Contact> contacts = new HashSet<>();
        Copies.expanded(direct, selection).forEach(address -> contacts.addAll(sides.contacts(address)));
        return contacts;
    }
}
