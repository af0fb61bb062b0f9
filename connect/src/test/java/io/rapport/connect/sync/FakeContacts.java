package io.rapport.connect.sync;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.FakeTransport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contacts of one mailbox: Outlook's own folder, which lists don't name, one below it, and one below that. */
final class FakeContacts {

    private static final Pattern TOKEN = Pattern.compile("\\$(skiptoken|deltatoken)=(\\d+)-(\\d+)");

    private record Contact(String id, String folder, String address, Instant created, Instant modified) {}

    private record Change(int number, String folder, String contact) {}

    private final String mailbox;
    private final int pageSize;
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, Contact> contacts = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    FakeContacts(String mailbox, int pageSize) {
        this.mailbox = mailbox;
        this.pageSize = pageSize;
        parents.put(mailbox + "-contacts", mailbox + "-root");
        folder("friends", "contacts");
        folder("former", "friends");
    }

    void folder(String name, String parent) {
        parents.put(mailbox + "-" + name, mailbox + "-" + parent);
    }

    /** Deletes a folder, and what is in it with it. */
    void deleteFolder(String name) {
        parents.remove(mailbox + "-" + name);
        contacts.values().removeIf(contact -> contact.folder().equals(mailbox + "-" + name));
    }

    /** Comes, or changes. */
    void contact(String id, String folder, String address) {
        now = now.plusSeconds(60);
        Contact before = contacts.get(id);
        put(new Contact(id, mailbox + "-" + folder, address, before == null ? now : before.created(), now));
    }

    void move(String id, String folder) {
        now = now.plusSeconds(60);
        Contact contact = Objects.requireNonNull(contacts.get(id));
        changed(contact.folder(), id);
        put(new Contact(id, mailbox + "-" + folder, contact.address(), contact.created(), now));
    }

    void delete(String id) {
        changed(Objects.requireNonNull(contacts.remove(id)).folder(), id);
    }

    private void put(Contact contact) {
        contacts.put(contact.id(), contact);
        changed(contact.folder(), contact.id());
    }

    private void changed(String folder, String contact) {
        changes.add(new Change(changes.size() + 1, folder, contact));
    }

    Answer one(String id) {
        Contact contact = contacts.get(id);
        return contact == null ? FakeTransport.error(404, "ErrorItemNotFound") : FakeTransport.json(json(contact));
    }

    /** @param parts of the path: empty, users, the mailbox, contactFolders, … */
    Answer folders(String[] parts, String query) {
        if (parts.length == 4) {
            return children(mailbox + "-contacts");
        }
        String folder = parts[4].equals("contacts") ? mailbox + "-contacts" : parts[4];
        if (!parents.containsKey(folder)) {
            return FakeTransport.error(404, "ErrorItemNotFound");
        }
        if (parts.length == 5) {
            return FakeTransport.json(folderJson(folder));
        }
        return parts[5].equals("childFolders") ? children(folder) : delta(folder, query);
    }

    private Answer children(String parent) {
        return FakeTenant.page(
                parents.entrySet().stream()
                        .filter(folder -> folder.getValue().equals(parent))
                        .map(folder -> folderJson(folder.getKey()))
                        .toList(),
                "",
                "");
    }

    private String folderJson(String folder) {
        return "{\"id\":\"" + folder + "\",\"parentFolderId\":\"" + parents.get(folder)
                + "\",\"displayName\":\"Nightjar\"}";
    }

    private Answer delta(String folder, String query) {
        String base = "/users/" + mailbox + "/contactFolders/" + folder + "/contacts/delta?$";
        Matcher token = TOKEN.matcher(query);
        boolean isToken = token.find();
        int mark = isToken ? Integer.parseInt(token.group(2)) : changes.size();
        if (isToken && token.group(1).equals("deltatoken")) {
            return FakeTenant.page(
                    changed(folder, mark), "@odata.deltaLink", base + "deltatoken=" + changes.size() + "-0");
        }
        int from = isToken ? Integer.parseInt(token.group(3)) : 0;
        List<String> all = contacts.values().stream()
                .filter(contact -> contact.folder().equals(folder))
                .map(FakeContacts::json)
                .toList();
        int to = Math.min(all.size(), from + pageSize);
        return FakeTenant.page(
                all.subList(Math.min(from, to), to),
                to < all.size() ? "@odata.nextLink" : "@odata.deltaLink",
                base + (to < all.size() ? "skiptoken=" + mark + "-" + to : "deltatoken=" + mark + "-0"));
    }

    private List<String> changed(String folder, int mark) {
        Set<String> ids = new LinkedHashSet<>();
        changes.stream()
                .filter(change -> change.number() > mark && change.folder().equals(folder))
                .forEach(change -> ids.add(change.contact()));
        return ids.stream()
                .map(id -> {
                    Contact contact = contacts.get(id);
                    return contact != null && contact.folder().equals(folder)
                            ? json(contact)
                            : "{\"@removed\":{\"reason\":\"deleted\"},\"id\":\"" + id + "\"}";
                })
                .toList();
    }

    private static String json(Contact contact) {
        return "{\"@odata.etag\":\"W/x\",\"id\":\"" + contact.id()
                + "\",\"displayName\":\"Nightjar\",\"personalNotes\":"
                + "\"Nightjar\",\"companyName\":\"Fabrikam\",\"parentFolderId\":\"" + contact.folder()
                + "\",\"createdDateTime\":\"" + contact.created() + "\",\"lastModifiedDateTime\":\""
                + contact.modified() + "\",\"emailAddresses\":[{\"name\":\"Nightjar\",\"address\":\""
                + contact.address() + "\"}]}";
    }
}
