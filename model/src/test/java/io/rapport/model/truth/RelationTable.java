package io.rapport.model.truth;

import io.rapport.model.truth.Counting.CountedEmail;
import io.rapport.model.truth.Counting.CountedMeeting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What pages are told of each account's people: counts, nobody named. */
final class RelationTable {

    private RelationTable() {}

    static List<Map<String, @Nullable Object>> rows(Counting counting, LocalDate asOf) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        counting.emails.forEach((account, emails) -> {
            List<CountedMeeting> meetings = Objects.requireNonNull(counting.meetings.get(account));
            if (!emails.isEmpty() || !meetings.isEmpty()) {
                rows.add(row(account, emails, meetings, asOf));
            }
        });
        return rows;
    }

    private static Map<String, @Nullable Object> row(
            String account, List<CountedEmail> emails, List<CountedMeeting> meetings, LocalDate asOf) {
        Map<Object, List<LocalDate>> ours = new HashMap<>();
        Map<Object, List<LocalDate>> theirs = new HashMap<>();
        for (CountedEmail email : emails) {
            email.people().forEach(person -> add(ours, person, email.date()));
            email.contacts().forEach(contact -> add(theirs, contact.id(), email.date()));
        }
        for (CountedMeeting meeting : meetings) {
            LocalDate date = Objects.requireNonNull(meeting.meeting().date);
            meeting.people().forEach(person -> add(ours, person, date));
            meeting.contacts().forEach(contact -> add(theirs, contact.id(), date));
        }
        long newContacts = theirs.values().stream()
                .map(dates -> dates.stream().min(LocalDate::compareTo).orElseThrow())
                .filter(first -> ChronoUnit.DAYS.between(first, asOf) < 60)
                .count();
        long lostContacts = theirs.values().stream()
                .map(dates -> ChronoUnit.DAYS.between(
                        dates.stream().max(LocalDate::compareTo).orElseThrow(), asOf))
                .filter(days -> days >= 60 && days < 150)
                .count();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("account_id", account);
        row.put("event_count", (long) emails.size() + meetings.size());
        row.put("most_of_person", most(ours.values()));
        row.put("most_of_contact", most(theirs.values()));
        row.put("new_contact_count", newContacts);
        row.put("lost_contact_count", lostContacts);
        return row;
    }

    private static void add(Map<Object, List<LocalDate>> dates, Object person, LocalDate date) {
        dates.computeIfAbsent(person, unseen -> new ArrayList<>()).add(date);
    }

    private static long most(Collection<List<LocalDate>> dates) {
        return dates.stream().mapToLong(List::size).max().orElse(0);
    }
}
