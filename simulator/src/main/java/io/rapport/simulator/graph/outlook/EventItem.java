package io.rapport.simulator.graph.outlook;

import io.rapport.simulator.graph.call.JsonValues;
import io.rapport.simulator.graph.odata.Prefer;
import io.rapport.simulator.mailbox.CalendarEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;

/**
 * An event as it is written.
 *
 * @param event what
 * @param prefer in which zone, and with which id
 */
record EventItem(CalendarEvent event, Prefer prefer) {

    private static final String CALENDAR = "calendar";

    String id() {
        return prefer.isImmutableId() ? event.id() : ItemId.mutable(event.id(), CALENDAR);
    }

    static String id(String immutable, Prefer prefer) {
        return prefer.isImmutableId() ? immutable : ItemId.mutable(immutable, CALENDAR);
    }

    String changeKey() {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(16).putLong(event.version()).array());
    }

    /** Times of all-day events are midnights in whatever zone is asked for: their dates count. */
    void writeTime(JsonGenerator json, Instant time) {
        var zone = event.meeting().isAllDay() ? ZoneOffset.UTC : prefer.zone();
        json.writeStartObject();
        json.writeName("dateTime");
        JsonValues.localTime(json, time, zone);
        json.writeStringProperty("timeZone", prefer.timeZone());
        json.writeEndObject();
    }
}
