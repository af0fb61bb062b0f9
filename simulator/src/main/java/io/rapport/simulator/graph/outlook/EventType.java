package io.rapport.simulator.graph.outlook;

import static io.rapport.simulator.graph.call.JsonValues.plain;
import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.mailbox.CalendarEvent;
import io.rapport.simulator.meeting.Answer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** {@code microsoft.graph.event}. */
final class EventType {

    /** What Calendars.ReadBasic.All doesn't reach. */
    private static final Set<String> NOT_BASIC = Set.of(
            "body",
            "bodyPreview",
            "attachments",
            "extensions",
            "singleValueExtendedProperties",
            "multiValueExtendedProperties");

    /** What people answer, each as JSON. */
    private static final Map<String, SerializedString> STATUSES = Stream.concat(
                    Stream.of("organizer", "notResponded"),
                    Arrays.stream(Answer.values()).map(Answer::wireName))
            .distinct()
            .collect(Collectors.toUnmodifiableMap(
                    response -> response,
                    response -> new SerializedString(
                            "{\"response\":\"" + response + "\",\"time\":\"0001-01-01T00:00:00Z\"}")));

    static final EntityType<EventItem> TYPE = EntityType.<EventItem>named("microsoft.graph.event")
            .always("@odata.etag", (json, item) -> text(json, "W/\"" + item.changeKey() + "\""))
            .always("id", (json, item) -> plain(json, item.id()), EventItem::id)
            .usual(
                    "createdDateTime",
                    (json, item) -> time(json, item.event().created()),
                    item -> item.event().created())
            .usual(
                    "lastModifiedDateTime",
                    (json, item) -> time(json, item.event().lastModified()),
                    item -> item.event().lastModified())
            .usual("changeKey", (json, item) -> plain(json, item.changeKey()))
            .emptyLists(true, "categories")
            .empty(true, "transactionId")
            .usual("originalStartTimeZone", (json, item) -> plain(json, "UTC"))
            .usual("originalEndTimeZone", (json, item) -> plain(json, "UTC"))
            .usual("iCalUId", (json, item) -> plain(json, item.event().iCalUId()))
            .usual("reminderMinutesBeforeStart", (json, item) -> json.writeNumber(15))
            .usual("isReminderOn", (json, item) -> json.writeBoolean(true))
            .usual("hasAttachments", (json, item) -> json.writeBoolean(false))
            .usual(
                    "subject",
                    (json, item) -> text(json, item.event().subject()),
                    item -> item.event().subject())
            .usual("bodyPreview", (json, item) -> text(json, item.event().body()))
            .usual("importance", (json, item) -> plain(json, "normal"))
            .usual("sensitivity", (json, item) -> plain(json, item.event().sensitivity()))
            .usual(
                    "isAllDay",
                    (json, item) -> json.writeBoolean(item.event().meeting().isAllDay()),
                    item -> item.event().meeting().isAllDay())
            .usual(
                    "isCancelled",
                    (json, item) -> json.writeBoolean(item.event().isCancelled()),
                    item -> item.event().isCancelled())
            .usual(
                    "isOrganizer",
                    (json, item) -> json.writeBoolean(item.event().isOrganizer()),
                    item -> item.event().isOrganizer())
            .usual("responseRequested", (json, item) -> json.writeBoolean(true))
            .usual(
                    "seriesMasterId",
                    (json, item) -> text(
                            json,
                            item.event()
                                    .findSeriesMasterId()
                                    .map(id -> EventItem.id(id, item.prefer()))
                                    .orElse(null)))
            .usual("showAs", (json, item) -> plain(json, item.event().showAs()))
            .usual(
                    "type",
                    (json, item) -> plain(json, item.event().type()),
                    item -> item.event().type())
            .usual(
                    "webLink",
                    (json, item) -> plain(
                            json,
                            "https://outlook.office365.com/owa/?itemid=" + item.id()
                                    + "&exvsurl=1&path=/calendar/item"))
            .empty(true, "onlineMeetingUrl")
            .usual(
                    "isOnlineMeeting",
                    (json, item) -> json.writeBoolean(item.event().isOnline()))
            .usual(
                    "onlineMeetingProvider",
                    (json, item) -> text(json, item.event().isOnline() ? "teamsForBusiness" : "unknown"))
            .usual("allowNewTimeProposals", (json, item) -> json.writeBoolean(true))
            .usual("isDraft", (json, item) -> json.writeBoolean(false))
            .usual("hideAttendees", (json, item) -> json.writeBoolean(false))
            .usual(
                    "responseStatus",
                    (json, item) -> writeStatus(json, item.event().response()))
            .usual("body", EventType::writeBody)
            .usual("start", (json, item) -> item.writeTime(json, item.event().start()))
            .usual("end", (json, item) -> item.writeTime(json, item.event().end()))
            .usual("location", (json, item) -> {
                json.writeStartObject();
                json.writeStringProperty("displayName", "");
                json.writeEndObject();
            })
            .emptyLists(true, "locations")
            .usual("attendees", EventType::writeAttendees)
            .usual(
                    "organizer",
                    (json, item) ->
                            Recipients.write(json, item.event().meeting().organizer()))
            .filterable("start/dateTime", item -> item.event().start())
            .filterable("end/dateTime", item -> item.event().end())
            .build();

    private EventType() {}

    /** What is written for a caller; see {@link MessageType#selection}. */
    static Selection<EventItem> selection(Set<String> names, boolean isBasic) {
        if (isBasic && names.stream().anyMatch(NOT_BASIC::contains)) {
            throw GraphRefusal.accessDenied();
        }
        return isBasic && (names.isEmpty() || names.contains("*"))
                ? TYPE.defaultsWithout(NOT_BASIC)
                : TYPE.select(names);
    }

    private static void writeStatus(JsonGenerator json, String response) {
        json.writeRawValue(Objects.requireNonNull(STATUSES.get(response)));
    }

    private static void writeBody(JsonGenerator json, EventItem item) {
        json.writeStartObject();
        json.writeStringProperty("contentType", "text");
        json.writeStringProperty("content", item.event().body());
        json.writeEndObject();
    }

    private static void writeAttendees(JsonGenerator json, EventItem item) {
        json.writeStartArray();
        for (CalendarEvent.Attendee attendee : item.event().attendees()) {
            json.writeStartObject();
            json.writeStringProperty("type", attendee.invitee().type().name().toLowerCase(Locale.ROOT));
            json.writeName("status");
            writeStatus(json, attendee.answer().wireName());
            Recipients.writeAddress(json, attendee.invitee().party());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
