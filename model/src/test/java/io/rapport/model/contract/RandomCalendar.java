package io.rapport.model.contract;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events whose copies disagree about answers, ends and zones. */
final class RandomCalendar {

    private static final List<String> RESPONSES =
            List.of("none", "accepted", "declined", "declined", "tentativelyAccepted", "notResponded", "organizer");

    /** Zone names as calendars write them, with what they mean. */
    private static final Map<String, ZoneId> ZONES = Map.of(
            "UTC", ZoneOffset.UTC,
            "tzone://Microsoft/Utc", ZoneOffset.UTC,
            "Pacific Standard Time", ZoneId.of("America/Los_Angeles"),
            "India Standard Time", ZoneId.of("Asia/Kolkata"),
            "Europe/London", ZoneId.of("Europe/London"));

    final List<Map<String, @Nullable Object>> events = new ArrayList<>();

    private final Dice dice;
    private final RandomTimes times;
    private final RandomPeople people;
    private final List<String> mailboxes;

    RandomCalendar(Dice dice, RandomTimes times, RandomPeople people, List<String> mailboxes) {
        this.dice = dice;
        this.times = times;
        this.people = people;
        this.mailboxes = mailboxes;
        if (dice.percent(15)) {
            return; // only mail is connected
        }
        int meetings = dice.below(10);
        for (int i = 0; i < meetings; i++) {
            addMeeting(i);
        }
    }

    private void addMeeting(int number) {
        Instant start = dice.percent(60) ? times.within() : times.any();
        boolean isOurs = dice.percent(50);
        String organizer = dice.percent(80) ? (isOurs ? people.listed() : people.contact()) : people.any();
        List<String> invited = new ArrayList<>();
        invited.add(isOurs ? people.contact() : people.listed());
        while (dice.percent(60)) {
            invited.add(people.any());
        }
        String uid = dice.percent(12) ? null : dice.percent(10) ? " " : " uid" + number / 2 + " ";
        boolean isAllDay = dice.percent(15);
        Instant of = dice.percent(30) ? start : start.minusSeconds(start.getEpochSecond() % 1_800);
        int copies = 1 + dice.below(3);
        for (int i = 0; i < copies; i++) {
            events.add(copy(uid, of, isAllDay, organizer, invited));
        }
    }

    private Map<String, @Nullable Object> copy(
            @Nullable String uid, Instant start, boolean isAllDay, String organizer, List<String> invited) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", dice.of(List.of("", "ｅ", "𝔢")) + events.size());
        row.put("puser", dice.of(mailboxes));
        dice.put(row, "iCalUId", uid);
        boolean isMaster = dice.percent(8);
        dice.put(
                row, "type", isMaster ? "seriesMaster" : dice.of(List.of("singleInstance", "occurrence", "exception")));
        dice.put(row, "seriesMasterId", dice.percent(85) ? null : dice.of(List.of("0", "1", "ｅ1", "2", "3")));
        dice.put(row, "start", dice.percent(5) ? noTime() : time(start));
        Instant end = start.plusSeconds(dice.of(List.of(0, 1, 1_500, 1_801, 3_600, 5_400, 86_400, -60)));
        dice.put(row, "end", dice.percent(12) ? noTime() : time(end));
        dice.put(row, "isAllDay", dice.percent(90) ? (Boolean) isAllDay : null);
        dice.put(row, "isCancelled", dice.percent(5) ? Boolean.TRUE : null);
        dice.put(row, "organizer", RandomMail.person(dice.percent(8) ? people.noAddress() : dice.written(organizer)));
        List<Object> attendees = new ArrayList<>();
        for (String address : invited) {
            if (dice.percent(85)) {
                attendees.add(attendee(address));
            }
        }
        if (dice.percent(20)) {
            attendees.add(attendee(organizer));
        }
        dice.put(row, "attendees", attendees);
        dice.put(row, "responseStatus", dice.percent(50) ? null : Map.of("response", response()));
        dice.put(
                row,
                "sensitivity",
                dice.percent(75) ? null : dice.of(List.of("normal", "personal", "private", "confidential")));
        return row;
    }

    private Map<String, @Nullable Object> attendee(String address) {
        Map<String, @Nullable Object> attendee = RandomMail.person(dice.written(address));
        dice.put(attendee, "type", dice.of(List.of("required", "required", "optional", "resource")));
        dice.put(attendee, "status", dice.percent(30) ? null : Map.of("response", response()));
        return attendee;
    }

    private String response() {
        String response = dice.of(RESPONSES);
        return dice.percent(20) ? "microsoft.graph.responseType'" + response + "'" : response;
    }

    private @Nullable Object noTime() {
        return switch (dice.below(3)) {
            case 0 -> null;
            case 1 -> Map.of("dateTime", "0001-01-01T00:00:00.0000000", "timeZone", "UTC");
            default -> Map.of("dateTime", "2026-03-02T10:00:00.0000000", "timeZone", "Nowhere Standard Time");
        };
    }

    private Object time(Instant instant) {
        String zone = dice.of(List.of(
                "UTC",
                "UTC",
                "tzone://Microsoft/Utc",
                "Pacific Standard Time",
                "India Standard Time",
                "Europe/London"));
        ZoneId of = ZONES.getOrDefault(zone, ZoneOffset.UTC);
        return Map.of("dateTime", RandomTimes.wallClock(instant, of) + ".0000000", "timeZone", zone);
    }
}
