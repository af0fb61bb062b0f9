package io.rapport.model.truth;

import io.rapport.model.contract.CompanyInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All meetings of the snapshot, each once. */
final class Meetings {

    final List<Meeting> counting = new ArrayList<>();
    final Map<String, Integer> leftOut = new TreeMap<>();
    final Set<String> seriesWithoutOccurrences = new TreeSet<>();
    int copiesRead;
    int seriesMasters;
    int withoutStart;
    int joined;
    int addressesThatAreNone;

    Meetings(CompanyInput input, Selection selection, Sides sides, Window window) {
        List<Map<String, @Nullable Object>> all = Copies.read(input.rows("CalendarView_v0"), selection);
        Map<List<Object>, List<Map<String, @Nullable Object>>> copiesByKey = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> copy : all) {
            copiesRead++;
            countAddressesThatAreNone(copy);
            Instant start = Meeting.instant(copy, "start");
            if (Json.isWord("seriesMaster", copy, "type")) {
                seriesMasters++;
                lookForOccurrences(copy, all);
            } else if (start == null) {
                withoutStart++;
            } else {
                // "(iCalUId trimmed, start); without iCalUId on mailbox + "+" + id"
                String id = Json.text(copy, "iCalUId");
                List<Object> key = id != null ? List.of(id, start) : List.of(mailboxAndId(copy));
                copiesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(copy);
            }
        }
        joined = copiesByKey.size();
        copiesByKey.values().forEach(copies -> {
            Meeting meeting = new Meeting(copies, selection, sides, window);
            String reason = meeting.reasonToLeaveOut(window, input.options().excludePrivate());
            if (reason == null) {
                counting.add(meeting);
            } else {
                leftOut.merge(reason, 1, Integer::sum);
            }
        });
    }

    private void lookForOccurrences(Map<String, @Nullable Object> master, List<Map<String, @Nullable Object>> all) {
        for (Map<String, @Nullable Object> copy : all) {
            boolean isSameMailbox = Copies.mailbox(copy).equals(Copies.mailbox(master));
            if (isSameMailbox && Json.key(master, "id").equals(Json.text(copy, "seriesMasterId"))) {
                return;
            }
        }
        String id = Json.text(master, "iCalUId");
        seriesWithoutOccurrences.add(id != null ? id : mailboxAndId(master));
    }

    private static String mailboxAndId(Map<String, @Nullable Object> copy) {
        return Copies.mailbox(copy) + "+" + Json.key(copy, "id");
    }

    private void countAddressesThatAreNone(Map<String, @Nullable Object> copy) {
        addressesThatAreNone += Json.isNoAddress(copy.get("organizer")) ? 1 : 0;
        for (Object attendee : Json.list(copy, "attendees")) {
            addressesThatAreNone += Json.isNoAddress(attendee) ? 1 : 0;
        }
    }
}
