package io.rapport.model.truth;

import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Selection.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What counts for each account: section 3. */
final class Counting {

    private static final Duration LONGEST_REPLY = Duration.ofDays(14);

    /** An email that counts for an account. */
    record CountedEmail(
            Email email,
            LocalDate date,
            Instant time,
            boolean isToAccount,
            Set<Person> people,
            Set<Contact> contacts) {}

    /** A meeting that counts for an account. */
    record CountedMeeting(Meeting meeting, boolean isToAccount, Set<Person> people, Set<Contact> contacts) {}

    /** An email from an account that answers one to it. */
    record Reply(LocalDate date, long seconds) {}

    final Map<String, List<CountedEmail>> emails = new TreeMap<>(CodePoints.ORDER);
    final Map<String, List<CountedMeeting>> meetings = new TreeMap<>(CodePoints.ORDER);
    final Map<String, List<Reply>> replies = new TreeMap<>(CodePoints.ORDER);

    Counting(Set<String> accounts, Emails allEmails, Meetings allMeetings) {
        for (String account : accounts) {
            List<CountedEmail> ofAccount = new ArrayList<>();
            allEmails.counting.forEach(email -> addEmail(email, account, ofAccount));
            emails.put(account, ofAccount);
            replies.put(account, repliesAmong(ofAccount));
            List<CountedMeeting> meetingsOfAccount = new ArrayList<>();
            allMeetings.counting.forEach(meeting -> addMeeting(meeting, account, meetingsOfAccount));
            meetings.put(account, meetingsOfAccount);
        }
    }

    private static void addEmail(Email email, String account, List<CountedEmail> counted) {
        Person listedSender = email.listedSender();
        Set<Person> listedRecipients = email.listedRecipients();
        Set<Contact> sending = of(account, email.contactsAsSender());
        Set<Contact> receiving = of(account, email.contactsAsRecipients());
        // "its sender is a listed person and at least one recipient is a contact of A"
        boolean isToAccount = listedSender != null && !receiving.isEmpty();
        // "its sender is a contact of A and at least one recipient is a listed person"
        boolean isFromAccount = !sending.isEmpty() && !listedRecipients.isEmpty();
        if (isToAccount || isFromAccount) {
            Set<Person> people = new HashSet<>(listedRecipients);
            if (listedSender != null) {
                people.add(listedSender);
            }
            Set<Contact> contacts = new HashSet<>(sending);
            contacts.addAll(receiving);
            LocalDate date = Objects.requireNonNull(email.date);
            Instant time = Objects.requireNonNull(email.time);
            counted.add(new CountedEmail(email, date, time, isToAccount, people, contacts));
        }
    }

    private static void addMeeting(Meeting meeting, String account, List<CountedMeeting> counted) {
        Set<Person> people = meeting.listedParticipants();
        Set<Contact> contacts = of(account, meeting.participatingContacts());
        // "the organizer is a listed person and at least one contact of A takes part"
        boolean isToAccount = meeting.listedOrganizer() != null && !contacts.isEmpty();
        // "the organizer is a contact of A and at least one listed person takes part"
        boolean isFromAccount = !of(account, meeting.contactsAsOrganizer()).isEmpty() && !people.isEmpty();
        if (isToAccount || isFromAccount) {
            counted.add(new CountedMeeting(meeting, isToAccount, people, contacts));
        }
    }

    private static List<Reply> repliesAmong(List<CountedEmail> emails) {
        List<Reply> replies = new ArrayList<>();
        Set<String> conversations = new TreeSet<>();
        for (CountedEmail counted : emails) {
            if (counted.email().conversation != null) {
                conversations.add(counted.email().conversation);
            }
        }
        for (String conversation : conversations) {
            List<CountedEmail> thread = new ArrayList<>();
            for (CountedEmail counted : emails) {
                if (conversation.equals(counted.email().conversation)) {
                    thread.add(counted);
                }
            }
            // "in the order of (time, message key)"
            thread.sort(Comparator.comparing(CountedEmail::time)
                    .thenComparing(counted -> counted.email().key, CodePoints.ORDER));
            for (int i = 1; i < thread.size(); i++) {
                CountedEmail before = thread.get(i - 1);
                CountedEmail reply = thread.get(i);
                Duration duration = Duration.between(before.time(), reply.time());
                // "an email from A whose predecessor in that order is an email to A, at most 14 days earlier"
                if (!reply.isToAccount() && before.isToAccount() && duration.compareTo(LONGEST_REPLY) <= 0) {
                    replies.add(new Reply(reply.date(), duration.toSeconds()));
                }
            }
        }
        return replies;
    }

    private static Set<Contact> of(String account, Set<Contact> contacts) {
        Set<Contact> ofAccount = new HashSet<>();
        for (Contact contact : contacts) {
            if (contact.account().equals(account)) {
                ofAccount.add(contact);
            }
        }
        return ofAccount;
    }

    /** The account's first date with an email or meeting; null where there is none. */
    @Nullable
    LocalDate firstDate(String account) {
        List<LocalDate> dates = dates(account);
        return dates.isEmpty() ? null : dates.get(0);
    }

    /** The dates of all emails and meetings that count for the account, in order. */
    List<LocalDate> dates(String account) {
        List<LocalDate> dates = new ArrayList<>();
        Objects.requireNonNull(emails.get(account)).forEach(counted -> dates.add(counted.date()));
        Objects.requireNonNull(meetings.get(account)).forEach(counted -> dates.add(counted.meeting().date));
        dates.sort(Comparator.naturalOrder());
        return dates;
    }
}
