package io.rapport.connect.directory;

import io.rapport.connect.ConnectError;
import io.rapport.core.error.RapportException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups and their direct members, to find members of members; only kept where a selection names groups. */
final class GroupTree {

    private final Map<String, List<String>> members = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    void group(String id, List<String> addresses) {
        names.put(id, id);
        addresses.forEach(address -> names.put(address, id));
    }

    void member(String group, String id) {
        members.computeIfAbsent(group, added -> new ArrayList<>()).add(id);
    }

    /**
     * Everybody in these groups, whatever lies between; a group that holds itself does no harm.
     *
     * @throws RapportException {@link ConnectError#SELECTION_UNKNOWN} where a group is not there: reading everybody instead
     *     would be wrong, and so would nobody
     */
    Set<String> membersOf(List<String> groups) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String group : groups) {
            String id = names.get(group);
            if (id == null) {
                throw new RapportException(
                        ConnectError.SELECTION_UNKNOWN,
                        "A group that the connection's selection names is not in the directory, by id or by address."
                                + " Connect again with groups that are there: rapport disconnect, then connect.");
            }
            open.add(id);
        }
        while (!open.isEmpty()) {
            for (String member : members.getOrDefault(open.remove(), List.of())) {
                if (found.add(member)) {
                    open.add(member);
                }
            }
        }
        return found;
    }
}
