package io.rapport.serve.api.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of JSON Schema, as OpenAPI 3.1 has it. */
public final class Schemas {

    /** Name of the schema of a rule. */
    public static final String RULE = "Rule";

    /** Name of the schema of what is said when something went wrong. */
    public static final String PROBLEM = "Problem";

    private Schemas() {}

    /** Something of a JSON type. */
    static Map<String, Object> of(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    static Map<String, Object> of(String type, String format) {
        Map<String, Object> schema = of(type);
        schema.put("format", format);
        return schema;
    }

    static Map<String, Object> choice(List<String> choices) {
        Map<String, Object> schema = of("string");
        schema.put("enum", choices);
        return schema;
    }

    static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> schema = of("array");
        schema.put("items", items);
        return schema;
    }

    /** What is written elsewhere in the document. */
    public static Map<String, Object> ref(String name) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$ref", "#/components/schemas/" + name);
        return schema;
    }

    /** The same, or null. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        Map<String, Object> wider = new LinkedHashMap<>();
        if (schema.get("type") instanceof String type) {
            wider.putAll(schema);
            wider.put("type", List.of(type, "null"));
            if (schema.get("enum") instanceof List<?> choices) {
                List<@org.jspecify.annotations.Nullable Object> all = new ArrayList<>(choices);
                all.add(null);
                wider.put("enum", all);
            }
        } else {
            wider.put("anyOf", List.of(schema, of("null")));
        }
        return wider;
    }

    /** A rule of a segment; a group's rules may be groups themselves. */
    public static Map<String, Object> rule() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("match", choice(List.of("all", "any")));
        fields.put("rules", list(ref(RULE)));
        fields.put("column", of("string"));
        fields.put("operator", of("string"));
        fields.put("value", of("string"));
        Map<String, Object> schema = of("object");
        schema.put(
                "description",
                "A group with match and rules, or a condition with column, operator and, where it compares, value. The"
                        + " outermost one is a group. At most 3 groups deep, at most 20 conditions.");
        schema.put("properties", fields);
        schema.put("additionalProperties", false);
        return schema;
    }
}
