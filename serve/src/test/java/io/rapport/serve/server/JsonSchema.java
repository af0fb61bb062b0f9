package io.rapport.serve.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of JSON Schema as the API's document uses; whatever else a schema says is a problem of its own. */
final class JsonSchema {

    private static final List<String> KNOWN = List.of(
            "$ref",
            "type",
            "format",
            "enum",
            "items",
            "properties",
            "required",
            "additionalProperties",
            "anyOf",
            "description",
            "default",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "maxItems");

    private final Map<?, ?> document;
    private final List<String> problems = new ArrayList<>();

    private JsonSchema(Map<?, ?> document) {
        this.document = document;
    }

    /** All that a value has that its schema does not allow, or lacks. */
    static List<String> problems(Map<?, ?> document, Map<?, ?> schema, @Nullable Object value) {
        JsonSchema check = new JsonSchema(document);
        check.check("", schema, value);
        return check.problems;
    }

    /** What a reference of the document leads to. */
    static Map<?, ?> at(Map<?, ?> document, String reference) {
        Object now = document;
        for (String part : reference.substring(2).split("/", -1)) {
            now = now instanceof Map<?, ?> map ? map.get(part) : null;
        }
        if (now instanceof Map<?, ?> found) {
            return found;
        }
        throw new AssertionError(reference + " leads nowhere");
    }

    private void check(String place, Map<?, ?> schema, @Nullable Object value) {
        schema.keySet().stream()
                .filter(name -> !KNOWN.contains(String.valueOf(name)))
                .forEach(name -> problems.add(place + ": the schema says " + name));
        if (schema.get("$ref") instanceof String reference) {
            check(place, at(document, reference), value);
            return;
        }
        if (schema.get("anyOf") instanceof List<?> ways) {
            boolean fits = ways.stream()
                    .anyMatch(way -> way instanceof Map<?, ?> one
                            && problems(document, one, value).isEmpty());
            if (!fits) {
                problems.add(place + ": " + value + " is none of " + ways);
            }
            return;
        }
        Object type = schema.get("type");
        boolean isOfType = type == null
                || (type instanceof List<?> types
                        ? types.stream().anyMatch(one -> isOf(String.valueOf(one), value))
                        : isOf(String.valueOf(type), value));
        if (!isOfType) {
            problems.add(place + ": " + value + " is no " + type);
            return;
        }
        if (schema.get("enum") instanceof List<?> choices && !choices.contains(value)) {
            problems.add(place + ": " + value + " is none of " + choices);
        }
        if (value instanceof String text && schema.get("format") instanceof String format) {
            checkFormat(place, format, text);
        }
        if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                check(place + "/" + i, items, list.get(i));
            }
        }
        if (value instanceof Map<?, ?> object) {
            checkFields(place, schema, object);
        }
    }

    private void checkFields(String place, Map<?, ?> schema, Map<?, ?> object) {
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> problems.add(place + "/" + name + " is missing"));
        }
        object.forEach((name, value) -> {
            if (properties.get(name) instanceof Map<?, ?> property) {
                check(place + "/" + name, property, value);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                problems.add(place + "/" + name + " is in no schema");
            }
        });
    }

    private void checkFormat(String place, String format, String text) {
        String pattern = switch (format) {
            case "date" -> "\\d{4}-\\d{2}-\\d{2}";
            case "date-time" -> "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z";
            default -> "no such format";
        };
        if (!text.matches(pattern)) {
            problems.add(place + ": " + text + " is no " + format);
        }
    }

    private static boolean isOf(String type, @Nullable Object value) {
        return switch (type) {
            case "null" -> value == null;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof List<?>;
            case "object" -> value instanceof Map<?, ?>;
            default -> false;
        };
    }
}
