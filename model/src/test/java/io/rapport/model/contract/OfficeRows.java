package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of an office, written by hand: {@code ana} has the address {@code ana@contoso.com} and the mailbox {@code ana}. */
final class OfficeRows {

    final Map<String, List<Map<String, @Nullable Object>>> datasets = new LinkedHashMap<>();
    private int number;

    OfficeRows person(String id, String department) {
        return user(id, address(id), department, "Member");
    }

    OfficeRows guest(String id, String address) {
        return user(id, address, "", "Guest");
    }

    private OfficeRows user(String id, String address, String department, String type) {
        add("User_v1", row("id", id, "mail", address, "department", department, "userType", type));
        return this;
    }

    OfficeRows hours(String id, String zone, String start, String end, String... days) {
        add(
                "MailboxSettings_v0",
                row(
                        "puser",
                        id,
                        "timeZone",
                        zone,
                        "workingHours",
                        row(
                                "daysOfWeek",
                                List.of(days),
                                "startTime",
                                start,
                                "endTime",
                                end,
                                "timeZone",
                                row("name", zone))));
        return this;
    }

    OfficeRows group(String id, String... members) {
        add("GroupDetails_v0", row("id", id, "mail", id + "@contoso.com"));
        Arrays.stream(members).forEach(member -> add("GroupMembers_v0", row("pObjectId", id, "id", member)));
        return this;
    }

    /** A copy in the sender's mailbox; recipients are people or addresses. */
    OfficeRows mail(String at, String from, String... to) {
        return copies(at, List.of(from), "", from, to);
    }

    OfficeRows talk(String conversation, String at, String from, String... to) {
        return copies(at, List.of(from), conversation, from, to);
    }

    /** Copies of one email in several mailboxes. */
    OfficeRows copies(String at, List<String> mailboxes, String conversation, String from, String... to) {
        String name = "m" + ++number;
        for (String mailbox : mailboxes) {
            add(
                    "Message_v1",
                    row(
                            "id",
                            name,
                            "puser",
                            mailbox,
                            "internetMessageId",
                            "<" + name + ">",
                            "conversationId",
                            conversation,
                            "sentDateTime",
                            at,
                            "from",
                            RandomMail.person(address(from)),
                            "toRecipients",
                            Arrays.stream(to)
                                    .map(OfficeRows::address)
                                    .map(RandomMail::person)
                                    .toList()));
        }
        return this;
    }

    /** A copy in the organizer's mailbox; answers come as pairs of a person and what he or she said. */
    OfficeRows meeting(String start, String end, boolean isAllDay, String organizer, String... answers) {
        List<Object> attendees = new ArrayList<>();
        for (int i = 0; i < answers.length; i += 2) {
            Map<String, @Nullable Object> attendee = RandomMail.person(address(answers[i]));
            attendee.put("type", "required");
            attendee.put("status", row("response", answers[i + 1]));
            attendees.add(attendee);
        }
        String name = "e" + ++number;
        add(
                "CalendarView_v0",
                row(
                        "id",
                        name,
                        "puser",
                        organizer,
                        "iCalUId",
                        name,
                        "type",
                        "singleInstance",
                        "start",
                        row("dateTime", start, "timeZone", "UTC"),
                        "end",
                        row("dateTime", end, "timeZone", "UTC"),
                        "isAllDay",
                        isAllDay,
                        "organizer",
                        RandomMail.person(address(organizer)),
                        "attendees",
                        attendees));
        return this;
    }

    OfficeRows signal(String type, String person, String at) {
        add(
                "OutlookContactActivity_v0",
                row("Id", "s" + ++number, "puser", person, "SignalType", type, "StartTime", at, "CreationTime", at));
        return this;
    }

    private void add(String dataset, Map<String, @Nullable Object> row) {
        datasets.computeIfAbsent(dataset, name -> new ArrayList<>()).add(row);
    }

    private static String address(String who) {
        return who.contains("@") ? who : who + "@contoso.com";
    }

    private static Map<String, @Nullable Object> row(@Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }
}
