package io.rapport.serve.json;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON of plain values: maps, collections, text, numbers, booleans and null; anything else as its text. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    public static String of(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, value);
        }
        return text.toString();
    }

    /** The strings of a JSON array of strings. */
    public static List<String> strings(String array) {
        List<String> values = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), array)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    values.add(json.getString());
                }
            }
        }
        return List.copyOf(values);
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, field) -> {
                json.writeName(String.valueOf(name));
                write(json, field);
            });
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            list.forEach(element -> write(json, element));
            json.writeEndArray();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number && !isNonFinite(number)) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    /** Not a number, and infinity, for which JSON has no word. */
    private static boolean isNonFinite(Number number) {
        return (number instanceof Double || number instanceof Float) && !Double.isFinite(number.doubleValue());
    }
}
