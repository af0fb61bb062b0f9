package io.rapport.model.truth;

import io.rapport.core.address.ConversationKey;
import io.rapport.core.time.InstantText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An email between anybody, its copies joined.
 *
 * @param sender the address
 * @param from the colleague; null for somebody else
 * @param named addresses in to, cc and bcc
 * @param colleagues whom it reached, never its sender
 * @param others addresses of those whom it reached and who are no colleagues, lists expanded
 */
record NaiveMail(
        Instant time,
        String sender,
        @Nullable String from,
        @Nullable String conversation,
        Set<String> named,
        Set<String> colleagues,
        Set<String> others) {

    boolean isBulk() {
        return named.size() > 50;
    }

    static List<NaiveMail> read(List<Map<String, @Nullable Object>> rows, Directory directory) {
        Map<String, List<Map<String, @Nullable Object>>> copiesByKey = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !Json.isTrue(row, "isDraft"))
                .sorted(Comparator.<Map<String, @Nullable Object>, String>comparing(Copies::mailbox, CodePoints.ORDER)
                        .thenComparing(row -> Json.key(row, "id"), CodePoints.ORDER))
                .forEach(row -> {
                    String id = Json.text(row, "internetMessageId");
                    String key = id != null ? id : Copies.mailbox(row) + "+" + Json.key(row, "id");
                    copiesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
                });
        List<NaiveMail> mails = new ArrayList<>();
        for (List<Map<String, @Nullable Object>> copies : copiesByKey.values()) {
            NaiveMail mail = join(copies, directory);
            if (mail != null) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static @Nullable NaiveMail join(List<Map<String, @Nullable Object>> copies, Directory directory) {
        Instant time = null;
        String sender = null;
        String conversation = null;
        Set<String> named = new TreeSet<>();
        for (Map<String, @Nullable Object> copy : copies) {
            Instant sent = InstantText.parse(Json.text(copy, "sentDateTime"));
            Instant of = sent != null ? sent : InstantText.parse(Json.text(copy, "receivedDateTime"));
            time = time == null || (of != null && of.isBefore(time)) ? of : time;
            String from = Json.address(copy.get("from"));
            String ofCopy = from != null ? from : Json.address(copy.get("sender"));
            sender = sender == null ? ofCopy : sender;
            String conversationOfCopy = ConversationKey.of(Json.text(copy, "conversationId"));
            conversation = conversation == null ? conversationOfCopy : conversation;
            for (String column : List.of("toRecipients", "ccRecipients", "bccRecipients")) {
                for (Object entry : Json.list(copy, column)) {
                    String address = Json.address(entry);
                    if (address != null) {
                        named.add(address);
                    }
                }
            }
        }
        if (time == null || sender == null || directory.groupOf.containsKey(sender)) {
            return null;
        }
        String from = directory.colleagueOf.get(sender);
        Set<String> colleagues = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (String address : expanded(named, directory)) {
            String colleague = directory.colleagueOf.get(address);
            if (colleague != null) {
                colleagues.add(colleague);
            } else if (!directory.groupOf.containsKey(address)) {
                others.add(address);
            }
        }
        for (Map<String, @Nullable Object> copy : copies) {
            Directory.User owner = directory.users.get(Copies.mailbox(copy));
            if (owner != null && !owner.isGuest()) {
                colleagues.add(owner.id());
            }
        }
        if (from != null) {
            colleagues.remove(from);
        }
        return new NaiveMail(time, sender, from, conversation, named, colleagues, others);
    }

    private static Set<String> expanded(Set<String> addresses, Directory directory) {
        Set<String> all = new TreeSet<>(addresses);
        for (String address : addresses) {
            String group = directory.groupOf.get(address);
            if (group != null) {
                directory.transitiveMembers(group).forEach(user -> all.addAll(directory.ownAddresses(user)));
            }
        }
        return all;
    }
}
