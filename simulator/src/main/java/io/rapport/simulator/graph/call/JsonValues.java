package io.rapport.simulator.graph.call;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Values as Graph writes them. */
public final class JsonValues {

    private static final byte[] TIME = "0000-00-00T00:00:00Z".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] LOCAL_TIME = "0000-00-00T00:00:00.0000000".getBytes(StandardCharsets.ISO_8859_1);

    private JsonValues() {}

    public static void text(JsonGenerator json, @Nullable String value) {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    /**
     * Text that holds nothing but ASCII that JSON doesn't escape, such as ids: what most of an answer is made of, and
     * several times cheaper than to look at every character.
     */
    public static void plain(JsonGenerator json, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        json.writeRawUTF8String(bytes, 0, bytes.length);
    }

    /** To the second, in UTC. */
    public static void time(JsonGenerator json, Instant time) {
        byte[] text = timeBytes(time);
        json.writeRawUTF8String(text, 0, text.length);
    }

    /** With seven digits behind the second, as Outlook writes times of a zone that stands beside them. */
    public static void localTime(JsonGenerator json, Instant time, ZoneId zone) {
        byte[] text = LOCAL_TIME.clone();
        write(LocalDateTime.ofInstant(time, zone), text);
        json.writeRawUTF8String(text, 0, text.length);
    }

    /** Such as {@code 2026-03-01T08:00:00Z}. */
    public static String timeText(Instant time) {
        return new String(timeBytes(time), StandardCharsets.ISO_8859_1);
    }

    private static byte[] timeBytes(Instant time) {
        byte[] text = TIME.clone();
        write(LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC), text);
        return text;
    }

    private static void write(LocalDateTime time, byte[] text) {
        two(text, 0, time.getYear() / 100);
        two(text, 2, time.getYear() % 100);
        two(text, 5, time.getMonthValue());
        two(text, 8, time.getDayOfMonth());
        two(text, 11, time.getHour());
        two(text, 14, time.getMinute());
        two(text, 17, time.getSecond());
    }

    private static void two(byte[] text, int at, int number) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    public static void texts(JsonGenerator json, Collection<String> values) {
        json.writeStartArray();
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
