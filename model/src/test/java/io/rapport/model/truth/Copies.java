package io.rapport.model.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What emails and meetings have in common: copies in mailboxes. */
final class Copies {

    private Copies() {}

    /** The rows outside the mailboxes of excluded users, in the code-point order of (mailbox, id). */
    static List<Map<String, @Nullable Object>> read(List<Map<String, @Nullable Object>> rows, Selection selection) {
        List<Map<String, @Nullable Object>> copies = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            if (!selection.excludedUsers.contains(mailbox(row))) {
                copies.add(row);
            }
        }
        copies.sort(Comparator.comparing(Copies::mailbox, CodePoints.ORDER)
                .thenComparing(row -> Json.key(row, "id"), CodePoints.ORDER));
        return copies;
    }

    static String mailbox(Map<String, @Nullable Object> copy) {
        return Json.key(copy, "puser");
    }

    static Set<String> mailboxes(List<Map<String, @Nullable Object>> copies) {
        Set<String> mailboxes = new TreeSet<>();
        copies.forEach(copy -> mailboxes.add(mailbox(copy)));
        return mailboxes;
    }

    /** The addresses, and where one is a group's its transitive members' as well. */
    static Set<String> expanded(Set<String> addresses, Selection selection) {
        Set<String> all = new TreeSet<>(addresses);
        for (String address : addresses) {
            String group = selection.directory.groupOf.get(address);
            if (group != null) {
                all.addAll(selection.memberAddresses(group));
            }
        }
        return all;
    }
}
