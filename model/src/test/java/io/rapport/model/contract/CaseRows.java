package io.rapport.model.contract;

import static io.rapport.model.contract.Yaml.list;
import static io.rapport.model.contract.Yaml.map;
import static io.rapport.model.contract.Yaml.mapOrWords;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a case's shorthand into rows of Graph Data Connect's shape. The shorthand is described in cases/README.md. */
final class CaseRows {

    private final Namespace namespace;

    CaseRows(Namespace namespace) {
        this.namespace = namespace;
    }

    Map<String, @Nullable Object> user(@Nullable Object shorthand) {
        Map<String, @Nullable Object> of =
                mapOrWords(shorthand, "id", "mail", "upn", "proxies", "type", "enabled", "plans");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", namespace.id(of.get("id")));
        row.put("mail", namespace.address(of.get("mail")));
        row.put("userPrincipalName", namespace.address(of.get("upn")));
        if (of.containsKey("proxies")) {
            row.put("proxyAddresses", addresses(of.get("proxies")));
        }
        row.put("userType", of.get("type"));
        row.put("accountEnabled", of.getOrDefault("enabled", true));
        if (of.containsKey("plans")) {
            List<Object> plans = new ArrayList<>();
            for (Object plan : list(of.get("plans"))) {
                Map<String, @Nullable Object> words = mapOrWords(plan, "service", "capabilityStatus");
                plans.add(words);
            }
            row.put("assignedPlans", plans);
        }
        return row;
    }

    Map<String, @Nullable Object> group(Map<String, @Nullable Object> of) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", namespace.id(of.get("id")));
        row.put("mail", namespace.address(of.get("mail")));
        if (of.containsKey("proxies")) {
            row.put("proxyAddresses", addresses(of.get("proxies")));
        }
        return row;
    }

    Map<String, @Nullable Object> member(@Nullable Object group, @Nullable Object member) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("pObjectId", namespace.id(group));
        row.put("id", namespace.id(member));
        return row;
    }

    Map<String, @Nullable Object> message(@Nullable Object shorthand, int number) {
        Map<String, @Nullable Object> of = map(
                shorthand,
                "in",
                "id",
                "message",
                "conversation",
                "sent",
                "received",
                "from",
                "sender",
                "to",
                "cc",
                "bcc",
                "draft");
        Map<String, @Nullable Object> row = copy(of, number);
        row.put("internetMessageId", namespace.id(of.get("message")));
        row.put("conversationId", conversation(of.get("conversation")));
        row.put("sentDateTime", of.get("sent"));
        row.put("receivedDateTime", of.get("received"));
        row.put("from", personOrNull(of.get("from")));
        row.put("sender", personOrNull(of.get("sender")));
        row.put("toRecipients", people(of.get("to")));
        row.put("ccRecipients", people(of.get("cc")));
        row.put("bccRecipients", people(of.get("bcc")));
        row.put("isDraft", of.getOrDefault("draft", false));
        return row;
    }

    Map<String, @Nullable Object> event(@Nullable Object shorthand, int number) {
        Map<String, @Nullable Object> of = map(
                shorthand,
                "in",
                "id",
                "event",
                "start",
                "end",
                "zone",
                "allDay",
                "cancelled",
                "type",
                "master",
                "organizer",
                "attendees",
                "response",
                "sensitivity");
        Map<String, @Nullable Object> row = copy(of, number);
        row.put("iCalUId", namespace.id(of.get("event")));
        row.put("type", of.getOrDefault("type", "singleInstance"));
        row.put("seriesMasterId", of.get("master") == null ? null : Yaml.text(of.get("master")));
        row.put("start", time(of.get("start"), of.getOrDefault("zone", "UTC")));
        row.put("end", time(of.get("end"), of.getOrDefault("zone", "UTC")));
        row.put("isAllDay", of.getOrDefault("allDay", false));
        row.put("isCancelled", of.getOrDefault("cancelled", false));
        row.put("organizer", personOrNull(of.get("organizer")));
        List<Object> attendees = new ArrayList<>();
        list(of.get("attendees")).forEach(attendee -> attendees.add(attendee(attendee)));
        row.put("attendees", attendees);
        row.put("responseStatus", of.containsKey("response") ? response(of.get("response")) : null);
        row.put("sensitivity", of.getOrDefault("sensitivity", "normal"));
        return row;
    }

    Map<String, @Nullable Object> outlookContact(@Nullable Object shorthand, int number) {
        Map<String, @Nullable Object> of = map(shorthand, "in", "id", "addresses");
        Map<String, @Nullable Object> row = copy(of, number);
        List<Object> entries = new ArrayList<>();
        for (Object address : list(of.get("addresses"))) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("name", "Somebody");
            entry.put("address", namespace.address(address));
            entries.add(entry);
        }
        row.put("emailAddresses", entries);
        return row;
    }

    private Map<String, @Nullable Object> copy(Map<String, @Nullable Object> of, int number) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", Yaml.text(of.getOrDefault("id", number)));
        row.put("puser", namespace.id(of.get("in")));
        return row;
    }

    /** An address, followed by words: required, optional or resource is the type, anything else the answer. */
    private Map<String, @Nullable Object> attendee(@Nullable Object shorthand) {
        String[] words = Yaml.text(shorthand).strip().split("\\s+", -1);
        Map<String, @Nullable Object> attendee = person(words[0]);
        attendee.put("type", "required");
        attendee.put("status", response("none"));
        for (int i = 1; i < words.length; i++) {
            if (List.of("required", "optional", "resource").contains(words[i])) {
                attendee.put("type", words[i]);
            } else {
                attendee.put("status", response(words[i]));
            }
        }
        return attendee;
    }

    private static Map<String, @Nullable Object> response(@Nullable Object answer) {
        Map<String, @Nullable Object> status = new LinkedHashMap<>();
        status.put("response", answer);
        return status;
    }

    private static @Nullable Object time(@Nullable Object dateTime, @Nullable Object zone) {
        if (dateTime == null) {
            return null;
        }
        Map<String, @Nullable Object> time = new LinkedHashMap<>();
        time.put("dateTime", dateTime);
        time.put("timeZone", zone);
        return time;
    }

    /** {@code exchange ann 7}: the id that Exchange gives to thread 7 in ann's mailbox; anything else as it stands. */
    private static @Nullable Object conversation(@Nullable Object shorthand) {
        String[] words = Yaml.text(shorthand).split(" ", -1);
        return words.length == 3 && words[0].equals("exchange")
                ? RandomMail.exchangeConversation(words[1], Integer.parseInt(words[2]))
                : shorthand;
    }

    static boolean isCrowd(@Nullable Object selected) {
        return Yaml.text(selected).endsWith(" people");
    }

    /** {@code 2500 people}: so many addresses. */
    static List<String> crowd(@Nullable Object selected) {
        String words = Yaml.text(selected);
        List<String> addresses = new ArrayList<>();
        for (int i = 1; i <= Integer.parseInt(words.substring(0, words.indexOf(' '))); i++) {
            addresses.add("person" + i + "@contoso.com");
        }
        return addresses;
    }

    private List<Object> people(@Nullable Object addresses) {
        List<Object> people = new ArrayList<>();
        list(addresses).forEach(address -> people.add(person(address)));
        return people;
    }

    private @Nullable Object personOrNull(@Nullable Object address) {
        return address == null ? null : person(address);
    }

    private Map<String, @Nullable Object> person(@Nullable Object address) {
        return RandomMail.person(Yaml.text(namespace.address(address)));
    }

    private List<Object> addresses(@Nullable Object values) {
        List<Object> addresses = new ArrayList<>();
        list(values).forEach(value -> addresses.add(Yaml.text(namespace.address(value))));
        return addresses;
    }
}
