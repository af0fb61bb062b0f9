package io.rapport.model.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of anybody, its copies joined, with the colleagues who said that they would come.
 *
 * @param end not before the start
 */
record NaiveCalendar(Instant start, Instant end, Set<String> colleagues) {

    static List<NaiveCalendar> read(List<Map<String, @Nullable Object>> rows, Directory directory) {
        Map<List<Object>, List<Map<String, @Nullable Object>>> copiesByKey = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !Json.isWord("seriesMaster", row, "type") && Meeting.instant(row, "start") != null)
                .sorted(Comparator.<Map<String, @Nullable Object>, String>comparing(Copies::mailbox, CodePoints.ORDER)
                        .thenComparing(row -> Json.key(row, "id"), CodePoints.ORDER))
                .forEach(row -> {
                    String uid = Json.text(row, "iCalUId");
                    List<Object> key = uid != null
                            ? List.of(uid, Objects.requireNonNull(Meeting.instant(row, "start")))
                            : List.of(Copies.mailbox(row), "+", Json.key(row, "id"));
                    copiesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
                });
        List<NaiveCalendar> meetings = new ArrayList<>();
        for (List<Map<String, @Nullable Object>> copies : copiesByKey.values()) {
            NaiveCalendar meeting = join(copies, directory);
            if (meeting != null) {
                meetings.add(meeting);
            }
        }
        return meetings;
    }

    private static @Nullable NaiveCalendar join(List<Map<String, @Nullable Object>> copies, Directory directory) {
        Map<String, @Nullable Object> first = copies.get(0);
        String organizer = null;
        Set<String> comes = new TreeSet<>();
        Set<String> declines = new TreeSet<>();
        for (Map<String, @Nullable Object> copy : copies) {
            if (Json.isTrue(copy, "isCancelled")) {
                return null;
            }
            organizer = organizer == null ? Json.address(copy.get("organizer")) : organizer;
            for (Object attendee : Json.list(copy, "attendees")) {
                String address = Json.address(attendee);
                if (address != null && !Json.isWord("resource", attendee, "type")) {
                    note(directory.colleagueOf.get(address), Json.at(attendee, "status"), comes, declines);
                }
            }
            Directory.User owner = directory.users.get(Copies.mailbox(copy));
            if (owner != null && !owner.isGuest()) {
                note(owner.id(), Json.at(copy, "responseStatus"), comes, declines);
            }
        }
        if (organizer == null || directory.groupOf.containsKey(organizer) || Json.isTrue(first, "isAllDay")) {
            return null;
        }
        comes.removeAll(declines);
        String organizing = directory.colleagueOf.get(organizer);
        if (organizing != null) {
            comes.add(organizing);
        }
        Instant start = Objects.requireNonNull(Meeting.instant(first, "start"));
        Instant end = Meeting.instant(first, "end");
        return new NaiveCalendar(start, end == null || end.isBefore(start) ? start : end, comes);
    }

    private static void note(
            @Nullable String colleague, @Nullable Object status, Set<String> comes, Set<String> declines) {
        if (colleague == null) {
            return;
        }
        if (Json.isWord("accepted", status, "response") || Json.isWord("tentativelyAccepted", status, "response")) {
            comes.add(colleague);
        }
        if (Json.isWord("declined", status, "response")) {
            declines.add(colleague);
        }
    }
}
