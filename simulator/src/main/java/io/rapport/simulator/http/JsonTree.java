package io.rapport.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Small JSON as maps, lists, text, numbers, booleans and null, in and out. */
public final class JsonTree {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int DEEPEST = 64;

    private JsonTree() {}

    /** @throws IllegalArgumentException where it is no JSON object, or nested deeper than 64 */
    public static Map<String, @Nullable Object> object(byte[] json) {
        Object tree = read(json);
        if (!(tree instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("It is no JSON object.");
        }
        @SuppressWarnings("unchecked") // read() makes no other maps
        Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) tree;
        return object;
    }

    /** @throws IllegalArgumentException where it is no JSON, or nested deeper than 64 */
    public static @Nullable Object read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("There is no JSON.");
            }
            Object value = value(parser, first, 0);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("There is more behind the JSON.");
            }
            return value;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("It is no JSON.", broken);
        }
    }

    public static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, member) -> {
                json.writeName((String) name);
                write(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(member -> write(json, member));
            json.writeEndArray();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("It is nested deeper than " + DEEPEST + ".");
        }
        return switch (token) {
            case START_OBJECT -> members(parser, depth);
            case START_ARRAY -> elements(parser, depth);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_NULL -> null;
            default -> parser.getString();
        };
    }

    private static Map<String, @Nullable Object> members(JsonParser parser, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.put(name, value(parser, parser.nextToken(), depth + 1));
        }
        return object;
    }

    private static List<@Nullable Object> elements(JsonParser parser, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token, depth + 1));
        }
        return list;
    }
}
