package io.rapport.model.truth;

import io.rapport.core.address.Address;
import io.rapport.core.address.ProxyAddress;
import io.rapport.model.contract.CompanyInput;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Users, groups and direct members, and who owns which address; before anything is excluded. */
final class Directory {

    /**
     * @param addresses mail, sign-in name and mail proxies, whoever owns them
     * @param hasExchange null where the export does not say which plans the user has
     */
    record User(
            String id,
            boolean isGuest,
            @Nullable String mail,
            @Nullable String userPrincipalName,
            Set<String> addresses,
            boolean isDisabled,
            @Nullable Boolean hasExchange) {}

    record Group(String id, Set<String> addresses) {}

    final Map<String, User> users = new TreeMap<>(CodePoints.ORDER);
    final Map<String, Group> groups = new TreeMap<>(CodePoints.ORDER);
    /** Colleague's id by address. */
    final Map<String, String> colleagueOf = new TreeMap<>();
    /** Group's id by address. */
    final Map<String, String> groupOf = new TreeMap<>();

    private final Map<String, Set<String>> directMembers = new TreeMap<>();

    Directory(CompanyInput input) {
        this(input.rows("User_v1"), input.rows("GroupDetails_v0"), input.rows("GroupMembers_v0"));
    }

    Directory(
            List<Map<String, @Nullable Object>> userRows,
            List<Map<String, @Nullable Object>> groupRows,
            List<Map<String, @Nullable Object>> memberRows) {
        for (Map<String, @Nullable Object> row : userRows) {
            User user = user(row);
            users.put(user.id(), user);
        }
        for (Map<String, @Nullable Object> row : groupRows) {
            String id = Json.text(row, "id") != null ? Json.key(row, "id") : Json.key(row, "pObjectId");
            groups.put(id, new Group(id, addresses(row, "mail")));
        }
        for (Map<String, @Nullable Object> row : memberRows) {
            directMembers
                    .computeIfAbsent(Json.key(row, "pObjectId"), group -> new TreeSet<>(CodePoints.ORDER))
                    .add(Json.key(row, "id"));
        }
        // "An address on two users is the one's with the smaller id": of colleagues; guests own nothing.
        for (User user : users.values()) {
            if (!user.isGuest()) {
                user.addresses().forEach(address -> colleagueOf.putIfAbsent(address, user.id()));
            }
        }
        // "one on a user and a group is the user's, one on two groups that of the smaller id"
        for (Group group : groups.values()) {
            for (String address : group.addresses()) {
                if (!colleagueOf.containsKey(address)) {
                    groupOf.putIfAbsent(address, group.id());
                }
            }
        }
    }

    /** The addresses by which a user is reached: a colleague's own; a guest's that no colleague and no group owns. */
    Set<String> ownAddresses(User user) {
        Set<String> own = new LinkedHashSet<>();
        for (String address : user.addresses()) {
            boolean isOwn = user.isGuest()
                    ? !colleagueOf.containsKey(address) && !groupOf.containsKey(address)
                    : user.id().equals(colleagueOf.get(address));
            if (isOwn) {
                own.add(address);
            }
        }
        return own;
    }

    /** Whether a guest has this address and no colleague and no group owns it. */
    boolean isGuests(String address) {
        return users.values().stream()
                .anyMatch(user -> user.isGuest() && ownAddresses(user).contains(address));
    }

    /** Users, guests too, who are members of this group or of a group within it, however deep. */
    Set<User> transitiveMembers(String groupId) {
        Set<User> found = new LinkedHashSet<>();
        collect(groupId, found, new HashSet<>());
        return found;
    }

    private void collect(String groupId, Set<User> found, Set<String> visited) {
        if (!visited.add(groupId)) {
            return;
        }
        for (String member : directMembers.getOrDefault(groupId, Set.of())) {
            User user = users.get(member);
            if (user != null) {
                found.add(user);
            } else {
                collect(member, found, visited);
            }
        }
    }

    private static User user(Map<String, @Nullable Object> row) {
        String id = Json.text(row, "id") != null ? Json.key(row, "id") : Json.key(row, "puser");
        Boolean hasExchange = null;
        if (row.get("assignedPlans") != null) {
            hasExchange = false;
            for (Object plan : Json.list(row, "assignedPlans")) {
                boolean counts = Json.isWord("Enabled", plan, "capabilityStatus")
                        || Json.isWord("Warning", plan, "capabilityStatus");
                if (counts && Json.isWord("exchange", plan, "service")) {
                    hasExchange = true;
                }
            }
        }
        return new User(
                id,
                Json.isWord("guest", row, "userType"),
                Address.normalForm(Json.text(row, "mail")),
                Address.normalForm(Json.text(row, "userPrincipalName")),
                addresses(row, "mail", "userPrincipalName"),
                "false".equals(Json.text(row, "accountEnabled")),
                hasExchange);
    }

    private static Set<String> addresses(Map<String, @Nullable Object> row, String... columns) {
        Set<String> addresses = new TreeSet<>(CodePoints.ORDER);
        for (String column : columns) {
            String address = Address.normalForm(Json.text(row, column));
            if (address != null) {
                addresses.add(address);
            }
        }
        for (Object entry : Json.list(row, "proxyAddresses")) {
            String proxy = ProxyAddress.normalForm(entry.toString());
            if (proxy != null) {
                addresses.add(ProxyAddress.address(proxy));
            }
        }
        return addresses;
    }
}
