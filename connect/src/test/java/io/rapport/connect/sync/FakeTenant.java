package io.rapport.connect.sync;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.Call;
import io.rapport.connect.graph.FakeTransport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small tenant in memory that answers what the connector asks, with the habits of the real one that matter. */
final class FakeTenant implements Function<Call, Answer> {

    static final String HOST = "https://graph.example/v1.0";
    static final String ID = "0f0e0d0c-0000-4000-8000-0000000c0de0";

    private record Change(int number, String folder, String message, boolean isPartial) {}

    private static final class Message {
        private final String id;
        private final String sent;
        private String folder;
        private boolean isRead;
        private Instant modified;

        private Message(String id, String sent, String folder) {
            this.id = id;
            this.sent = sent;
            this.folder = folder;
            this.modified = Instant.parse(sent);
        }
    }

    private static final class Mailbox {
        private final Map<String, String> parents = new LinkedHashMap<>();
        private final Map<String, Message> messages = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final FakeCalendar calendar;
        private final FakeContacts contacts;

        private Mailbox(FakeCalendar calendar, FakeContacts contacts) {
            this.calendar = calendar;
            this.contacts = contacts;
        }
    }

    private static final Pattern BATCHED = Pattern.compile("\"id\":\"(\\d+)\",\"method\":\"GET\",\"url\":\"([^\"]*)\"");

    final Map<String, String> users = new LinkedHashMap<>();
    final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Mailbox> mailboxes = new HashMap<>();
    /** Asked first; what it answers is what comes. */
    Function<String, @Nullable Answer> faults = path -> null;

    /** Some clouds have no delta of messages. */
    boolean hasDelta = true;

    int pageSize = 3;
    private Instant lastModified = Instant.parse("2026-11-20T12:00:00Z");
    /** Everything that was asked for, parts of batches too. */
    final List<String> paths = new ArrayList<>();

    /** A person with a mailbox: the usual folders, and one below the inbox. */
    FakeTenant person(String id) {
        user(id, true, true, "Member");
        Mailbox mailbox = new Mailbox(new FakeCalendar(id, pageSize), new FakeContacts(id, pageSize));
        for (String folder : List.of("inbox", "sentitems", "deleteditems", "junkemail", "drafts")) {
            mailbox.parents.put(id + "-" + folder, id + "-root");
        }
        mailbox.parents.put(id + "-customers", id + "-inbox");
        mailbox.parents.put(id + "-spam", id + "-junkemail");
        mailboxes.put(id, mailbox);
        return this;
    }

    FakeTenant user(String id, boolean isEnabled, boolean isLicensed, String type) {
        users.put(
                id,
                "{\"id\":\"" + id + "\",\"mail\":\"" + id + "@contoso.com\",\"userPrincipalName\":\"" + id
                        + "@contoso.com\",\"displayName\":\"Person " + id + "\",\"accountEnabled\":" + isEnabled
                        + ",\"userType\":\"" + type + "\",\"proxyAddresses\":[\"smtp:" + id
                        + ".alias@contoso.com\"],\"assignedPlans\":["
                        + (isLicensed ? "{\"service\":\"exchange\",\"capabilityStatus\":\"Enabled\"}" : "") + "]}");
        return this;
    }

    FakeTenant message(String mailbox, String id, String folder, String sent) {
        Mailbox box = box(mailbox);
        box.messages.put(id, new Message(id, sent, mailbox + "-" + folder));
        change(box, mailbox + "-" + folder, id, false);
        return this;
    }

    void move(String mailbox, String id, String folder) {
        Mailbox box = box(mailbox);
        Message message = Objects.requireNonNull(box.messages.get(id));
        change(box, message.folder, id, false);
        message.folder = mailbox + "-" + folder;
        message.modified = tick();
        change(box, message.folder, id, false);
    }

    void open(String mailbox, String id) {
        Message message = Objects.requireNonNull(box(mailbox).messages.get(id));
        message.isRead = true;
        message.modified = tick();
        change(box(mailbox), message.folder, id, true);
    }

    void delete(String mailbox, String id) {
        Message message = Objects.requireNonNull(box(mailbox).messages.remove(id));
        change(box(mailbox), message.folder, id, false);
    }

    FakeContacts contacts(String mailbox) {
        return box(mailbox).contacts;
    }

    FakeCalendar calendar(String mailbox) {
        return box(mailbox).calendar;
    }

    void leave(String id) {
        users.remove(id);
        mailboxes.remove(id);
        groups.values().forEach(members -> members.remove(id));
    }

    @Override
    public Answer apply(Call call) {
        String query = call.uri().getRawQuery();
        String path = call.uri().getRawPath().substring("/v1.0".length()) + (query == null ? "" : "?" + query);
        if (!path.equals("/$batch")) {
            return answer(path);
        }
        Answer fault = faults.apply(path);
        if (fault != null) {
            return fault;
        }
        List<String> responses = new ArrayList<>();
        Matcher parts = BATCHED.matcher(new String(call.body(), StandardCharsets.UTF_8));
        while (parts.find()) {
            Answer answer = answer(parts.group(2));
            if (answer == FakeTransport.BREAK || answer == FakeTransport.SILENCE) {
                continue;
            }
            String headers = answer.headers().entrySet().stream()
                    .map(header -> "\"" + header.getKey() + "\":\"" + header.getValue() + "\"")
                    .collect(Collectors.joining(","));
            // Order is not kept.
            responses.add(
                    0,
                    "{\"id\":\"" + parts.group(1) + "\",\"status\":" + answer.status() + ",\"headers\":{" + headers
                            + "},\"body\":" + new String(answer.body(), StandardCharsets.UTF_8) + "}");
        }
        return FakeTransport.json("{\"responses\":[" + String.join(",", responses) + "]}");
    }

    private Answer answer(String path) {
        paths.add(path);
        Answer fault = faults.apply(path);
        if (fault != null) {
            return fault;
        }
        String[] parts = path.replaceFirst("\\?.*", "").split("/", -1);
        String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        if (parts[1].equals("organization")) {
            return FakeTransport.json(
                    "{\"value\":[{\"id\":\"" + ID + "\",\"verifiedDomains\":[{\"name\":\"contoso.com\","
                            + "\"isInitial\":false},{\"name\":\"contoso.onmicrosoft.com\",\"isInitial\":true}]}]}");
        }
        if (parts[1].equals("groups") && parts.length == 2) {
            return list(
                    "/groups", groups.keySet().stream().map(FakeTenant::group).toList(), query);
        }
        if (parts[1].equals("groups")) {
            return list(
                    "/groups/" + parts[2] + "/members",
                    groups.getOrDefault(parts[2], List.of()).stream()
                            .map(id -> "{\"@odata.type\":\"#microsoft.graph."
                                    + (groups.containsKey(id) ? "group" : "user") + "\",\"id\":\"" + id + "\"}")
                            .toList(),
                    query);
        }
        if (parts.length == 2) {
            return list("/users", filtered(query), query);
        }
        Mailbox mailbox = mailboxes.get(parts[2]);
        if (mailbox == null) {
            return FakeTransport.error(404, "MailboxNotEnabledForRESTAPI");
        }
        return switch (parts[3]) {
            case "mailboxSettings" ->
                FakeTransport.json(
                        "{\"timeZone\":\"UTC\",\"workingHours\":{\"daysOfWeek\":[\"monday\"],\"startTime\":\"08:00:00\"}}");
            case "messages" -> one(mailbox, parts[4]);
            case "contacts" -> mailbox.contacts.one(parts[4]);
            case "contactFolders" -> mailbox.contacts.folders(parts, query);
            case "events" -> mailbox.calendar.one(parts[4]);
            case "calendarView" -> parts.length == 4 ? mailbox.calendar.list(query) : mailbox.calendar.delta(query);
            default -> folder(mailbox, parts, query);
        };
    }

    private Answer folder(Mailbox mailbox, String[] parts, String query) {
        String base = "/users/" + parts[2] + "/mailFolders";
        if (parts.length == 4) {
            return list(base, children(mailbox, parts[2] + "-root"), query);
        }
        String folder = mailbox.parents.containsKey(parts[4]) ? parts[4] : parts[2] + "-" + parts[4];
        if (!mailbox.parents.containsKey(folder)) {
            return FakeTransport.error(404, "ErrorItemNotFound");
        }
        if (parts.length == 5) {
            return FakeTransport.json("{\"id\":\"" + folder + "\"}");
        }
        if (parts[5].equals("childFolders")) {
            return list(base + "/" + folder + "/childFolders", children(mailbox, folder), query);
        }
        if (parts.length == 6) {
            return modified(mailbox, base + "/" + folder + "/messages", folder, query);
        }
        return hasDelta
                ? delta(mailbox, base + "/" + folder + "/messages/delta", folder, query)
                : FakeTransport.error(400, "BadRequest");
    }

    private Answer modified(Mailbox mailbox, String base, String folder, String query) {
        Matcher since = Pattern.compile("lastModifiedDateTime ge ([0-9TZ:.-]+)")
                .matcher(URLDecoder.decode(query, StandardCharsets.UTF_8));
        Matcher skip = Pattern.compile("\\$skip=(\\d+)").matcher(query);
        if (!since.find()) {
            return FakeTransport.error(400, "InefficientFilter");
        }
        Instant from = Instant.parse(since.group(1));
        int skipped = skip.find() ? Integer.parseInt(skip.group(1)) : 0;
        List<String> all = mailbox.messages.values().stream()
                .filter(message -> message.folder.equals(folder) && !message.modified.isBefore(from))
                .sorted((a, b) -> a.modified.compareTo(b.modified))
                .map(FakeTenant::json)
                .toList();
        int to = Math.min(all.size(), skipped + pageSize);
        List<String> objects = skipped >= all.size() ? List.of() : all.subList(skipped, to);
        return to < all.size()
                ? page(objects, "@odata.nextLink", base + "?" + query.replaceAll("&\\$skip=\\d+", "") + "&$skip=" + to)
                : page(objects, "", "");
    }

    private Instant tick() {
        lastModified = lastModified.plusSeconds(60);
        return lastModified;
    }

    private Answer delta(Mailbox mailbox, String base, String folder, String query) {
        Matcher token =
                Pattern.compile("\\$(skiptoken|deltatoken)=(\\d+)-(\\d+)").matcher(query);
        boolean isToken = token.find();
        int since = isToken ? Integer.parseInt(token.group(2)) : 0;
        int skip = isToken ? Integer.parseInt(token.group(3)) : 0;
        if (isToken && token.group(1).equals("deltatoken")) {
            List<String> objects = changed(mailbox, folder, since);
            return page(objects, "@odata.deltaLink", base + "?$deltatoken=" + mailbox.changes.size() + "-0");
        }
        int mark = isToken ? since : mailbox.changes.size();
        List<String> all = mailbox.messages.values().stream()
                .filter(message -> message.folder.equals(folder))
                .sorted((a, b) -> b.sent.compareTo(a.sent))
                .map(FakeTenant::json)
                .toList();
        int to = Math.min(all.size(), skip + pageSize);
        List<String> objects = skip >= all.size() ? List.of() : all.subList(skip, to);
        return to < all.size()
                ? page(objects, "@odata.nextLink", base + "?$skiptoken=" + mark + "-" + to)
                : page(objects, "@odata.deltaLink", base + "?$deltatoken=" + mark + "-0");
    }

    private static List<String> changed(Mailbox mailbox, String folder, int since) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> whole = new LinkedHashSet<>();
        mailbox.changes.stream()
                .filter(change -> change.number() > since && change.folder().equals(folder))
                .forEach(change -> {
                    ids.add(change.message());
                    if (!change.isPartial()) {
                        whole.add(change.message());
                    }
                });
        List<String> objects = new ArrayList<>();
        for (String id : ids) {
            Message message = mailbox.messages.get(id);
            if (message == null || !message.folder.equals(folder)) {
                objects.add("{\"@removed\":{\"reason\":\"deleted\"},\"id\":\"" + id + "\"}");
            } else {
                objects.add(
                        whole.contains(id)
                                ? json(message)
                                : "{\"id\":\"" + id + "\",\"isRead\":" + message.isRead + ",\"parentFolderId\":\""
                                        + message.folder + "\"}");
            }
        }
        return objects;
    }

    private static Answer one(Mailbox mailbox, String id) {
        Message message = mailbox.messages.get(id);
        return message == null ? FakeTransport.error(404, "ErrorItemNotFound") : FakeTransport.json(json(message));
    }

    private static String json(Message message) {
        return "{\"@odata.etag\":\"W/x\",\"id\":\"" + message.id
                + "\",\"subject\":\"Nightjar\",\"bodyPreview\":\"Nightjar\","
                + "\"lastModifiedDateTime\":\"" + message.modified + "\",\"receivedDateTime\":\"" + message.sent
                + "\",\"sentDateTime\":\"" + message.sent
                + "\",\"internetMessageId\":\"<" + message.id + "@contoso.com>\",\"isRead\":" + message.isRead
                + ",\"isDraft\":false,\"parentFolderId\":\"" + message.folder
                + "\",\"from\":{\"emailAddress\":{\"name\":\"Nightjar\",\"address\":\"Ana@Fabrikam.com\"}},"
                + "\"toRecipients\":[{\"emailAddress\":{\"name\":\"Nightjar\",\"address\":\"mira@contoso.com\"}}]}";
    }

    private static String group(String id) {
        return "{\"id\":\"" + id + "\",\"displayName\":\"Group " + id + "\",\"mail\":\"" + id
                + "@contoso.com\",\"groupTypes\":[],\"mailEnabled\":true,\"securityEnabled\":false,\"proxyAddresses\":[]}";
    }

    private List<String> filtered(String query) {
        String decoded = URLDecoder.decode(query, StandardCharsets.UTF_8);
        Matcher filter = Pattern.compile("\\$filter=mail eq '([^']*)'").matcher(decoded);
        return filter.find()
                ? users.values().stream()
                        .filter(user -> user.contains("\"mail\":\"" + filter.group(1)))
                        .toList()
                : List.copyOf(users.values());
    }

    private static List<String> children(Mailbox mailbox, String parent) {
        return mailbox.parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(parent))
                .map(entry -> "{\"id\":\"" + entry.getKey() + "\",\"parentFolderId\":\"" + parent
                        + "\",\"childFolderCount\":"
                        + mailbox.parents.values().stream()
                                .filter(entry.getKey()::equals)
                                .count() + "}")
                .toList();
    }

    private Answer list(String base, List<String> all, String query) {
        Matcher token = Pattern.compile("\\$skiptoken=(\\d+)").matcher(query);
        int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
        int to = Math.min(all.size(), from + pageSize);
        String filter = query.contains("$filter") ? "&" + query.replaceAll(".*(\\$filter=[^&]*).*", "$1") : "";
        return to < all.size()
                ? page(all.subList(from, to), "@odata.nextLink", base + "?$skiptoken=" + to + filter)
                : page(all.subList(Math.min(from, to), to), "", "");
    }

    static Answer page(List<String> objects, String name, String link) {
        return FakeTransport.json("{\"@odata.context\":\"x\",\"value\":[" + String.join(",", objects) + "]"
                + (link.isEmpty() ? "" : ",\"" + name + "\":\"" + HOST + link + "\"") + "}");
    }

    private Mailbox box(String id) {
        return Objects.requireNonNull(mailboxes.get(id));
    }

    private static void change(Mailbox box, String folder, String message, boolean isPartial) {
        box.changes.add(new Change(box.changes.size() + 1, folder, message, isPartial));
    }
}
