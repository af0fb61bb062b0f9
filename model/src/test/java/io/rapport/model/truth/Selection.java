package io.rapport.model.truth;

import io.rapport.core.address.Address;
import io.rapport.model.contract.CompanyInput;
import io.rapport.model.truth.Directory.User;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who is excluded, who is listed, and how each selected address was understood. */
final class Selection {

    /**
     * A listed person.
     *
     * @param userId null where the directory has no such user
     * @param shown what the user table shows
     * @param addresses the directory's, or the one that was typed
     */
    record Person(
            String key, @Nullable String userId, @Nullable String shown, Set<String> addresses) {}

    final Directory directory;
    final Set<String> excludedUsers = new TreeSet<>();
    final Set<String> excludedAddresses = new TreeSet<>();
    /** Listed people by key. */
    final Map<String, Person> people = new TreeMap<>(CodePoints.ORDER);
    /** The verdict on each selected address. */
    final Map<String, String> verdicts = new TreeMap<>(CodePoints.ORDER);

    Selection(CompanyInput input, Directory directory) {
        this.directory = directory;
        exclude(input.options().excludeGroup());
        Set<String> selected = new TreeSet<>(CodePoints.ORDER);
        for (String typed : input.selection()) {
            String address = Address.normalForm(typed);
            if (address != null) {
                selected.add(address);
            }
        }
        // In code-point order, so that of several selected addresses of one person the first is shown.
        selected.forEach(this::selectPersonOf);
        selected.forEach(this::selectGroupOf);
        if (people.size() < 2 || people.size() > 2_500) {
            throw Refusal.SELECTION_SIZE.exception();
        }
    }

    private void exclude(@Nullable String typed) {
        if (typed == null) {
            return;
        }
        String address = Address.normalForm(typed);
        String group = address == null ? null : directory.groupOf.get(address);
        if (group == null) {
            throw Refusal.GROUP_NOT_FOUND.exception();
        }
        for (User member : directory.transitiveMembers(group)) {
            excludedUsers.add(member.id());
            excludedAddresses.addAll(directory.ownAddresses(member));
        }
    }

    private void selectPersonOf(String address) {
        String userId = directory.colleagueOf.get(address);
        if (excludedAddresses.contains(address)) {
            verdicts.put(address, "Excluded: selects nobody");
        } else if (userId != null) {
            verdicts.put(address, "A user");
            people.putIfAbsent(
                    "user " + userId, person(java.util.Objects.requireNonNull(directory.users.get(userId)), address));
        } else if (directory.groupOf.containsKey(address)) {
            verdicts.put(address, "A group");
        } else if (directory.isGuests(address)) {
            verdicts.put(address, "A guest: selects nobody");
        } else {
            verdicts.put(address, "In no directory");
            people.put("address " + address, new Person("address " + address, null, address, Set.of(address)));
        }
    }

    private void selectGroupOf(String address) {
        String group = directory.groupOf.get(address);
        if (group == null) {
            return;
        }
        for (User member : directory.transitiveMembers(group)) {
            if (!member.isGuest() && !excludedUsers.contains(member.id())) {
                String shown = member.mail() != null ? member.mail() : member.userPrincipalName();
                people.putIfAbsent("user " + member.id(), person(member, shown));
            }
        }
    }

    private Person person(User user, @Nullable String shown) {
        return new Person("user " + user.id(), user.id(), shown, directory.ownAddresses(user));
    }

    /** The listed person whose mailbox this is, or null. */
    @Nullable
    Person ownerOf(String mailbox) {
        return people.get("user " + mailbox);
    }

    /** The addresses of a group's transitive members who are not excluded. */
    Set<String> memberAddresses(String groupId) {
        Set<String> addresses = new TreeSet<>();
        for (User member : directory.transitiveMembers(groupId)) {
            if (!excludedUsers.contains(member.id())) {
                addresses.addAll(directory.ownAddresses(member));
            }
        }
        return addresses;
    }
}
