package io.rapport.model.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An input with one thing more. */
final class Variation {

    private static final String NEW_CONTACT = "more@more.example";

    private final CompanyInput input;

    private Variation(CompanyInput input) {
        this.input = input;
    }

    static Variation of(CompanyInput input) {
        return new Variation(input);
    }

    CompanyInput withAccounts(List<AccountRow> accounts) {
        return with(input.datasets(), input.contacts(), accounts);
    }

    /** A contact of this account whose address occurs nowhere. */
    CompanyInput withContact(String account) {
        List<ContactRow> contacts = new ArrayList<>(input.contacts());
        contacts.add(new ContactRow("more", NEW_CONTACT, account));
        return with(input.datasets(), contacts, input.accounts());
    }

    /** An email on the as-of date from the new contact to a listed person. */
    CompanyInput withEmailFromNewContact(String id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("puser", "anchor1");
        row.put("internetMessageId", id);
        row.put("sentDateTime", noon().toString());
        row.put("from", RandomMail.person(NEW_CONTACT));
        row.put("toRecipients", List.of(RandomMail.person(RandomDirectory.ANCHORS.get(0))));
        return withRow("Message_v1", row);
    }

    /** A meeting on the as-of date that the new contact organizes. */
    CompanyInput withMeetingOfNewContact() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", "more");
        row.put("puser", "anchor1");
        row.put("iCalUId", "more");
        row.put("start", Map.of("dateTime", RandomTimes.wallClock(noon(), ZoneOffset.UTC), "timeZone", "UTC"));
        row.put("organizer", RandomMail.person(NEW_CONTACT));
        row.put("attendees", List.of(RandomMail.person(RandomDirectory.ANCHORS.get(0))));
        return withRow("CalendarView_v0", row);
    }

    private Instant noon() {
        return input.asOf().atTime(12, 0).atZone(input.zone()).toInstant();
    }

    private CompanyInput withRow(String dataset, Map<String, @Nullable Object> row) {
        Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>(input.datasets());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(input.rows(dataset));
        rows.add(row);
        datasets.put(dataset, rows);
        return with(datasets, input.contacts(), input.accounts());
    }

    private CompanyInput with(
            Map<String, List<Map<String, @Nullable Object>>> datasets,
            List<ContactRow> contacts,
            List<AccountRow> accounts) {
        return new CompanyInput(
                datasets,
                contacts,
                accounts,
                input.selection(),
                input.asOf(),
                input.zone(),
                input.weights(),
                input.options(),
                input.publicDomains());
    }
}
