package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.truth.ContactRows.Contact;
import io.rapport.model.truth.Counting.CountedEmail;
import io.rapport.model.truth.Counting.CountedMeeting;
import io.rapport.model.truth.Directory.User;
import io.rapport.model.truth.Selection.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code _Coverage}: why a number is what it is, section 6. */
final class CoverageTable {

    private static final int MOST_DOMAINS = 50;

    private final CompanyInput input;
    private final Selection selection;
    private final ContactRows contactRows;
    private final Sides sides;
    private final Emails emails;
    private final Meetings meetings;
    private final Counting counting;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    CoverageTable(
            CompanyInput input,
            Selection selection,
            ContactRows contactRows,
            Sides sides,
            Emails emails,
            Meetings meetings,
            Counting counting) {
        this.input = input;
        this.selection = selection;
        this.contactRows = contactRows;
        this.sides = sides;
        this.emails = emails;
        this.meetings = meetings;
        this.counting = counting;
    }

    List<Map<String, @Nullable Object>> rows() {
        people();
        contacts();
        accounts();
        emails();
        meetings();
        reasons("Links", "Addresses linked", linked(), "Of listed people", "Of contacts");
        total("Data", "Days of data", daysOfData().size());
        unmatchedDomains();
        return rows;
    }

    private void people() {
        total("People", "Selected addresses", selection.verdicts.size());
        Map<String, Integer> verdicts = new TreeMap<>();
        selection.verdicts.values().forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
        reasons(
                "People",
                "Selected addresses",
                verdicts,
                "A user",
                "A group",
                "In no directory",
                "A guest: selects nobody",
                "Excluded: selects nobody");
        Set<Person> withData = PeopleWithData.of(input, selection);
        total("People", "Listed people", selection.people.size());
        total("People", "Listed people with data", withData.size());
        Map<String, Integer> without = new TreeMap<>();
        for (Person person : selection.people.values()) {
            if (!withData.contains(person)) {
                without.merge(reasonWithoutData(person), 1, Integer::sum);
            }
        }
        reasons(
                "People",
                "Listed people without data",
                without,
                "In no directory",
                "Account disabled",
                "No Exchange license",
                "No mail in the window");
    }

    private String reasonWithoutData(Person person) {
        if (person.userId() == null) {
            return "In no directory";
        }
        User user = Objects.requireNonNull(selection.directory.users.get(person.userId()));
        if (user.isDisabled()) {
            return "Account disabled";
        }
        return Boolean.FALSE.equals(user.hasExchange()) ? "No Exchange license" : "No mail in the window";
    }

    private void contacts() {
        total("Contacts", "Rows read", input.contacts().size());
        reasons(
                "Contacts",
                "Rows left out",
                contactRows.contactsLeftOut,
                "No address",
                "Not an address",
                "No such account",
                "A colleague",
                "A group",
                "A listed person",
                "Excluded");
        Set<Contact> all = contactRows.all();
        Set<Contact> matched = new HashSet<>();
        counting.emails.values().forEach(list -> list.forEach(email -> matched.addAll(email.contacts())));
        counting.meetings.values().forEach(list -> list.forEach(meeting -> matched.addAll(meeting.contacts())));
        matched.retainAll(all);
        int ambiguous = 0;
        for (Set<Contact> contacts : contactRows.byAddress.values()) {
            Set<String> accounts = new TreeSet<>();
            contacts.forEach(contact -> accounts.add(contact.account()));
            ambiguous += accounts.size() > 1 ? 1 : 0;
        }
        total("Contacts", "Contacts", all.size());
        total("Contacts", "Contacts matched", matched.size());
        total("Contacts", "Ambiguous addresses", ambiguous);
    }

    private void accounts() {
        total("Accounts", "Rows read", input.accounts().size());
        reasons("Accounts", "Rows left out", contactRows.accountsLeftOut, "Blank id", "Id seen before");
        int enriched = 0;
        for (String account : contactRows.accounts.keySet()) {
            enriched += counting.firstDate(account) == null ? 0 : 1;
        }
        total("Accounts", "Accounts", contactRows.accounts.size());
        total("Accounts", "Accounts enriched", enriched);
    }

    private void emails() {
        Set<Email> counted = new HashSet<>();
        for (List<CountedEmail> ofAccount : counting.emails.values()) {
            ofAccount.forEach(email -> counted.add(email.email()));
        }
        total("Emails", "Copies read", emails.copiesRead);
        reasons("Emails", "Copies left out", Map.of("Draft", emails.drafts), "Draft");
        total("Emails", "Emails", emails.joined);
        reasons(
                "Emails",
                "Emails left out",
                emails.leftOut,
                "No usable time",
                "No usable sender",
                "The sender is a group",
                "Outside the window",
                "Bulk");
        total("Emails", "Emails counted", counted.size());
        total("Emails", "Emails of no account", emails.counting.size() - counted.size());
        total("Emails", "Addresses that are none", emails.addressesThatAreNone);
    }

    private void meetings() {
        Set<Meeting> counted = new HashSet<>();
        for (List<CountedMeeting> ofAccount : counting.meetings.values()) {
            ofAccount.forEach(meeting -> counted.add(meeting.meeting()));
        }
        int ofOthers = 0;
        for (Meeting meeting : meetings.counting) {
            boolean hasBothSides = !meeting.listedParticipants().isEmpty()
                    && !meeting.participatingContacts().isEmpty();
            boolean isOrganizedByOneSide = meeting.listedOrganizer() != null
                    || !meeting.contactsAsOrganizer().isEmpty();
            ofOthers += hasBothSides && !isOrganizedByOneSide ? 1 : 0;
        }
        total("Meetings", "Copies read", meetings.copiesRead);
        reasons(
                "Meetings",
                "Copies left out",
                Map.of("Series master", meetings.seriesMasters, "No usable start", meetings.withoutStart),
                "Series master",
                "No usable start");
        total("Meetings", "Meetings", meetings.joined);
        reasons(
                "Meetings",
                "Meetings left out",
                meetings.leftOut,
                "Cancelled",
                "No usable organizer",
                "The organizer is a group",
                "Private",
                "Outside the window");
        total("Meetings", "Meetings counted", counted.size());
        total("Meetings", "Meetings that others organized", ofOthers);
        total("Meetings", "Meetings of no account", meetings.counting.size() - counted.size() - ofOthers);
        total("Meetings", "Series without occurrences", meetings.seriesWithoutOccurrences.size());
        total("Meetings", "Addresses that are none", meetings.addressesThatAreNone);
    }

    private Map<String, Integer> linked() {
        return Map.of(
                "Of listed people", sides.linkedToPeople.size(),
                "Of contacts", sides.linkedToContacts.size());
    }

    private Set<LocalDate> daysOfData() {
        Set<LocalDate> days = new TreeSet<>();
        emails.counting.forEach(email -> days.add(Objects.requireNonNull(email.date)));
        meetings.counting.forEach(meeting -> days.add(meeting.date));
        return days;
    }

    private void unmatchedDomains() {
        Map<String, Integer> emailsByDomain = new TreeMap<>(CodePoints.ORDER);
        for (Email email : emails.counting) {
            Set<String> strangers = new TreeSet<>();
            if (email.listedSender() != null) {
                strangers.addAll(email.direct);
            }
            if (email.sender != null && !email.ownersOfCopies().isEmpty()) {
                strangers.add(email.sender);
            }
            Set<String> domains = new TreeSet<>();
            for (String address : strangers) {
                String domain = Sides.domain(address);
                boolean isExternal = !sides.ownDomains.contains(domain)
                        && !input.publicDomains().contains(domain);
                if (sides.isStranger(address) && isExternal) {
                    domains.add(domain);
                }
            }
            domains.forEach(domain -> emailsByDomain.merge(domain, 1, Integer::sum));
        }
        List<String> domains = new ArrayList<>(emailsByDomain.keySet());
        domains.sort(Comparator.comparing((String domain) -> Objects.requireNonNull(emailsByDomain.get(domain)))
                .reversed()
                .thenComparing(CodePoints.ORDER));
        domains.stream()
                .limit(MOST_DOMAINS)
                .forEach(domain ->
                        total("Unmatched domains", domain, Objects.requireNonNull(emailsByDomain.get(domain))));
    }

    private void total(String section, String item, int count) {
        add(section, item, null, count);
    }

    private void reasons(String section, String item, Map<String, Integer> counts, String... inThisOrder) {
        for (String reason : inThisOrder) {
            int count = counts.getOrDefault(reason, 0);
            if (count > 0) {
                add(section, item, reason, count);
            }
        }
    }

    private void add(String section, String item, @Nullable String reason, int count) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("Section", section);
        cells.put("Item", item);
        cells.put("Reason", reason);
        cells.put("Count", (long) count);
        rows.add(cells);
    }
}
