package io.rapport.serve.api.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation takes. A request with anything else is refused.
 *
 * @param name with a dot where it stands within an object of the body
 * @param isRequired whether a request without it is refused
 * @param meaning one sentence for people
 * @param choices what it may be, where these are few; empty otherwise
 * @param least the smallest number, or the fewest characters
 * @param most the largest number, the most characters, or the most elements
 * @param usual what counts where it is not said; empty for nothing
 */
public record Parameter(
        String name,
        Place place,
        Kind kind,
        boolean isRequired,
        String meaning,
        List<String> choices,
        long least,
        long most,
        String usual) {

    /** Characters of a text, where nothing else is said. */
    public static final int LONGEST_TEXT = 200;

    private static final int MOST_TEXTS = 500;

    /** Where it stands. */
    public enum Place {
        PATH,
        QUERY,
        /** A field of the JSON object that is sent. */
        BODY,
        /** A part of a form that is sent with files. */
        PART
    }

    /** What it is. */
    public enum Kind {
        TEXT,
        WHOLE,
        DAY,
        FLAG,
        CHOICE,
        TEXTS,
        RULE,
        FILE
    }

    public Parameter {
        choices = List.copyOf(choices);
        if (!meaning.endsWith(".")) {
            throw new IllegalArgumentException("the meaning of " + name + " is a sentence");
        }
    }

    public static Parameter path(String name, String meaning) {
        return new Parameter(name, Place.PATH, Kind.TEXT, true, meaning, List.of(), 1, LONGEST_TEXT, "");
    }

    public static Parameter text(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.TEXT, false, meaning, List.of(), 0, LONGEST_TEXT, "");
    }

    public static Parameter texts(String name, String meaning) {
        return new Parameter(name, Place.BODY, Kind.TEXTS, false, meaning, List.of(), 0, MOST_TEXTS, "");
    }

    public static Parameter day(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.DAY, false, meaning, List.of(), 0, 0, "");
    }

    public static Parameter flag(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.FLAG, false, meaning, List.of(), 0, 0, "false");
    }

    public static Parameter whole(String name, long least, long most, long usual, String meaning) {
        return new Parameter(
                name, Place.QUERY, Kind.WHOLE, false, meaning, List.of(), least, most, Long.toString(usual));
    }

    public static Parameter choice(String name, List<String> choices, String usual, String meaning) {
        return new Parameter(name, Place.QUERY, Kind.CHOICE, false, meaning, choices, 0, 0, usual);
    }

    public static Parameter rule(String name, String meaning) {
        return new Parameter(name, Place.BODY, Kind.RULE, true, meaning, List.of(), 0, 0, "");
    }

    /** A file, as a part of a form; a request without it is refused. */
    public static Parameter file(String name, String meaning) {
        return new Parameter(name, Place.PART, Kind.FILE, true, meaning, List.of(), 0, 0, "");
    }

    /** The same as a part of a form. */
    public Parameter inPart() {
        return new Parameter(name, Place.PART, kind, isRequired, meaning, choices, least, most, usual);
    }

    /** Whether it is sent in what follows the headers. */
    public boolean isSent() {
        return place == Place.BODY || place == Place.PART;
    }

    /** The same as a field of the body. */
    public Parameter inBody() {
        return new Parameter(name, Place.BODY, kind, isRequired, meaning, choices, least, most, usual);
    }

    /** The same, which has to be said. */
    public Parameter required() {
        long fewest = kind == Kind.TEXT ? Math.max(1, least) : least;
        return new Parameter(name, place, kind, true, meaning, choices, fewest, most, "");
    }

    /** The same with what counts where it is not said. */
    public Parameter usually(String other) {
        return new Parameter(name, place, kind, isRequired, meaning, choices, least, most, other);
    }

    /** The same with another bound above. */
    public Parameter atMost(long other) {
        return new Parameter(name, place, kind, isRequired, meaning, choices, least, other, usual);
    }

    /** As OpenAPI has it. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "type",
                switch (kind) {
                    case TEXT, DAY, CHOICE, FILE -> "string";
                    case WHOLE -> "integer";
                    case FLAG -> "boolean";
                    case TEXTS -> "array";
                    case RULE -> "object";
                });
        switch (kind) {
            case TEXT -> {
                schema.put("minLength", least);
                schema.put("maxLength", most);
            }
            case WHOLE -> {
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            case DAY -> schema.put("format", "date");
            case CHOICE -> schema.put("enum", choices);
            case TEXTS -> {
                schema.put("maxItems", most);
                schema.put("items", Map.of("type", "string", "minLength", 1, "maxLength", LONGEST_TEXT));
            }
            case FILE -> schema.put("contentMediaType", "text/csv");
            case RULE, FLAG -> {
                // The type says it all.
            }
        }
        if (!usual.isEmpty()) {
            schema.put("default", usualValue());
        }
        return kind == Kind.RULE ? Schemas.ref(Schemas.RULE) : schema;
    }

    private Object usualValue() {
        return switch (kind) {
            case WHOLE -> Long.valueOf(usual);
            case FLAG -> Boolean.valueOf(usual);
            case TEXT, DAY, CHOICE, TEXTS, RULE, FILE -> usual;
        };
    }
}
