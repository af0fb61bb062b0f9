package io.rapport.simulator.graph.call;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Values as Graph writes them. */
public final class JsonValues {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'Z'", java.util.Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JsonValues() {}

    public static void text(JsonGenerator json, @Nullable String value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    /** To the second, in UTC. */
    public static void time(JsonGenerator json, Instant time) {
        json.writeString(timeText(time));
    }

    /** Such as {@code 2026-03-01T08:00:00Z}. */
    public static String timeText(Instant time) {
        return SECONDS.format(time);
    }

    public static void texts(JsonGenerator json, Collection<String> values) {
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
