package io.rapport.serve.api.operation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one value as what its parameter takes. */
final class ValueReading {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private ValueReading() {}

    /**
     * Empty where it is no such value.
     *
     * @param isTyped whether it comes from JSON, where a number is no text
     */
    static Optional<Object> find(Parameter parameter, Object said, boolean isTyped) {
        return switch (parameter.kind()) {
            case TEXT ->
                said instanceof String text && isText(text, parameter.least(), parameter.most())
                        ? Optional.of(text)
                        : Optional.empty();
            case CHOICE ->
                said instanceof String text && parameter.choices().contains(text)
                        ? Optional.of(text)
                        : Optional.empty();
            case WHOLE -> whole(parameter, said, isTyped);
            case FLAG -> flag(said, isTyped);
            case DAY -> said instanceof String text ? day(text) : Optional.empty();
            case TEXTS -> texts(parameter, said);
            case RULE -> said instanceof Map<?, ?> ? Optional.of(said) : Optional.empty();
            case FILE -> said instanceof SentFile ? Optional.of(said) : Optional.empty();
        };
    }

    /** What it may be, in one sentence. */
    static String expected(Parameter parameter) {
        return switch (parameter.kind()) {
            case TEXT ->
                "It is a text of " + parameter.least() + " to " + parameter.most()
                        + " characters, all of which can be seen.";
            case CHOICE -> "It is one of " + String.join(", ", parameter.choices()) + ".";
            case WHOLE -> "It is a whole number from " + parameter.least() + " to " + parameter.most() + ".";
            case FLAG -> "It is true or false.";
            case DAY -> "It is a day such as 2026-10-31.";
            case TEXTS ->
                "It is a list of at most " + parameter.most() + " texts of 1 to " + Parameter.LONGEST_TEXT
                        + " characters each.";
            case RULE -> "It is a rule: an object with match and rules.";
            case FILE -> "It is a file that is sent.";
        };
    }

    private static boolean isText(String text, long least, long most) {
        return text.length() >= least
                && text.length() <= most
                && text.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    private static Optional<Object> whole(Parameter parameter, Object said, boolean isTyped) {
        Long number = null;
        if (isTyped) {
            number = said instanceof Long typed ? typed : null;
        } else if (said instanceof String text && WHOLE.matcher(text).matches()) {
            number = Long.valueOf(text);
        }
        return number != null && number >= parameter.least() && number <= parameter.most()
                ? Optional.of(number)
                : Optional.empty();
    }

    private static Optional<Object> flag(Object said, boolean isTyped) {
        if (isTyped) {
            return said instanceof Boolean ? Optional.of(said) : Optional.empty();
        }
        return said.equals("true") || said.equals("false")
                ? Optional.of(Boolean.valueOf(said.toString()))
                : Optional.empty();
    }

    private static Optional<Object> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Object> texts(Parameter parameter, Object said) {
        if (!(said instanceof List<?> list) || list.size() > parameter.most()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text) || !isText(text, 1, Parameter.LONGEST_TEXT)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(List.copyOf(texts));
    }
}
