package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All emails of the snapshot, each once. */
final class Emails {

    final List<Email> counting = new ArrayList<>();
    final Map<String, Integer> leftOut = new TreeMap<>();
    int copiesRead;
    int drafts;
    int joined;
    int addressesThatAreNone;

    Emails(CompanyInput input, Selection selection, Sides sides, Window window) {
        Map<String, List<Map<String, @Nullable Object>>> copiesByKey = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> copy : Copies.read(input.rows("Message_v1"), selection)) {
            copiesRead++;
            countAddressesThatAreNone(copy);
            if (Json.isTrue(copy, "isDraft")) {
                drafts++;
                continue;
            }
            // "internetMessageId, trimmed; where it is missing or blank, mailbox + "+" + id"
            String id = Json.text(copy, "internetMessageId");
            String key = id != null ? id : Copies.mailbox(copy) + "+" + Json.key(copy, "id");
            copiesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(copy);
        }
        joined = copiesByKey.size();
        copiesByKey.forEach((key, copies) -> {
            Email email = new Email(key, copies, selection, sides, window);
            String reason = email.reasonToLeaveOut(window, input.options().ignoreBulkOver());
            if (reason == null) {
                counting.add(email);
            } else {
                leftOut.merge(reason, 1, Integer::sum);
            }
        });
    }

    private void countAddressesThatAreNone(Map<String, @Nullable Object> copy) {
        for (String column : List.of("from", "sender")) {
            addressesThatAreNone += Json.isNoAddress(copy.get(column)) ? 1 : 0;
        }
        for (String column : List.of("toRecipients", "ccRecipients", "bccRecipients")) {
            for (Object entry : Json.list(copy, column)) {
                addressesThatAreNone += Json.isNoAddress(entry) ? 1 : 0;
            }
        }
    }
}
