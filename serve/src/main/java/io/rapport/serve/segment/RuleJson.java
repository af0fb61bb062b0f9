package io.rapport.serve.segment;

import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Rules as JSON: {@code {"match": "all", "rules": [{"column": "DaysSinceLastEmail", "operator": "more-than", "value":
 * "60"}]}}; a rule may be a group itself.
 */
final class RuleJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    /** Deeper than any rule that could be right, so that its depth can be told. */
    private static final int DEEPEST = 50;

    private static final List<String> TEXTS = List.of("match", "column", "operator", "value");

    private final JsonParser json;

    private RuleJson(JsonParser json) {
        this.json = json;
    }

    static String of(RuleDraft.Group rule) {
        return JsonText.of(fields(rule));
    }

    private static Map<String, Object> fields(RuleDraft rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (rule instanceof RuleDraft.Group group) {
            fields.put("match", group.match());
            fields.put("rules", group.rules().stream().map(RuleJson::fields).toList());
        } else if (rule instanceof RuleDraft.Condition condition) {
            fields.put("column", condition.column());
            fields.put("operator", condition.operator());
            if (!condition.value().isEmpty()) {
                fields.put("value", condition.value());
            }
        }
        return fields;
    }

    /** @throws RapportException {@link SegmentError#SEGMENT_INVALID} where it is not of that form */
    static RuleDraft.Group read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            RuleJson reading = new RuleJson(parser);
            if (parser.nextToken() == JsonToken.START_OBJECT
                    && reading.rule(1) instanceof RuleDraft.Group group
                    && parser.nextToken() == null) {
                return group;
            }
            throw wrong("the outermost rule is a group with match and rules");
        } catch (JacksonException notJson) {
            throw wrong("it is no JSON");
        }
    }

    private RuleDraft rule(int depth) {
        if (depth > DEEPEST) {
            throw wrong("it is nested more than " + DEEPEST + " deep");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        List<RuleDraft> rules = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            boolean isText = value == JsonToken.VALUE_STRING || (name.equals("value") && value.isNumeric());
            if (name.equals("rules") && value == JsonToken.START_ARRAY && rules == null) {
                rules = rules(depth);
            } else if (!TEXTS.contains(name) || !isText || texts.put(name, json.getString()) != null) {
                throw wrong(
                        "it has a field that it can't have, twice, or of another type; fields are match and rules of a"
                                + " group, column, operator and value of a condition");
            }
        }
        if (rules != null) {
            return new RuleDraft.Group(texts.getOrDefault("match", RuleDraft.ALL), rules);
        }
        return new RuleDraft.Condition(
                texts.getOrDefault("column", ""), texts.getOrDefault("operator", ""), texts.getOrDefault("value", ""));
    }

    private List<RuleDraft> rules(int depth) {
        List<RuleDraft> rules = new ArrayList<>();
        for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next != JsonToken.START_OBJECT) {
                throw wrong("rules is a list of objects");
            }
            rules.add(rule(depth + 1));
        }
        return rules;
    }

    private static RapportException wrong(String why) {
        return new RapportException(SegmentError.SEGMENT_INVALID, "The rule can't be read: " + why + ".");
    }
}
