package io.rapport.simulator.export;

import io.rapport.simulator.mailbox.CalendarEvent;
import io.rapport.simulator.meeting.Answer;
import java.time.Instant;
import java.util.Locale;

/** {@code CalendarView_v0}, camelCase, with typed enum literals as in Microsoft's samples. */
record EventRows(ExportPlan.Fields fields) implements RowWriter<Owned<CalendarEvent>> {

    @Override
    public void write(Owned<CalendarEvent> owned, JsonRow row) {
        CalendarEvent event = owned.thing();
        row.begin()
                .text("id", event.id())
                .time("createdDateTime", event.created())
                .time("lastModifiedDateTime", event.lastModified())
                .text("iCalUId", event.iCalUId())
                .text("sensitivity", event.sensitivity())
                .flag("isAllDay", event.meeting().isAllDay())
                .flag("isCancelled", event.isCancelled())
                .flag("isOrganizer", event.isOrganizer())
                .text("seriesMasterId", event.seriesMasterId())
                .text("showAs", event.showAs())
                .text("type", event.type())
                .flag("isOnlineMeeting", event.isOnline())
                .object("responseStatus", () -> row.text("response", responseType(event.response())));
        if (fields == ExportPlan.Fields.ALL) {
            row.text("subject", event.subject())
                    .text("bodyPreview", event.body())
                    .text("changeKey", Long.toHexString(event.version()))
                    .object("location", () -> row.text("displayName", "The room behind the " + event.subject()));
        }
        time(row, "start", event.start());
        time(row, "end", event.end());
        row.array("attendees", () -> event.attendees().forEach(attendee -> row.element(() -> attendee(row, attendee))))
                .party("organizer", event.meeting().organizer())
                .end("#microsoft.graph.event", owned.owner());
    }

    private static void time(JsonRow row, String name, Instant instant) {
        String text = instant.toString();
        row.object(
                name,
                () -> row.text("dateTime", text.substring(0, text.length() - 1) + ".0000000")
                        .text("timeZone", "UTC"));
    }

    private static void attendee(JsonRow row, CalendarEvent.Attendee attendee) {
        String type = attendee.invitee().type().name().toLowerCase(Locale.ROOT);
        Answer answer = attendee.answer();
        row.text("type", "microsoft.graph.attendeeType'" + type + "'");
        row.object(
                "status",
                () -> row.text("response", responseType(answer.wireName()))
                        .text(
                                "time",
                                answer == Answer.NONE
                                        ? "0001-01-01T00:00:00Z"
                                        : Instant.ofEpochSecond(
                                                        attendee.invitee().answeredSecond())
                                                .toString()));
        row.address(attendee.invitee().party());
    }

    private static String responseType(String response) {
        return "microsoft.graph.responseType'" + response + "'";
    }
}
