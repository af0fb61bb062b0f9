package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountColumn.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a condition compares with, as somebody typed it. */
final class RuleValue {

    static final int LONGEST_TEXT = 60;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(?:[.][0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RuleValue() {}

    /** Empty where it is none of that kind. */
    static Optional<Object> find(Kind kind, String typed) {
        String text = typed.strip();
        return switch (kind) {
            case NUMBER -> NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
            case DATE -> date(text);
            case TEXT ->
                text.isEmpty()
                                || text.length() > LONGEST_TEXT
                                || CONTROL.matcher(text).find()
                        ? Optional.empty()
                        : Optional.of(text);
            case MARK -> Optional.empty();
        };
    }

    /** Why it is none. */
    static String problem(Kind kind, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return "Write what to compare with: " + example(kind) + ".";
        }
        if (text.length() > LONGEST_TEXT) {
            return "The value has " + text.length() + " characters; at most " + LONGEST_TEXT + " are possible.";
        }
        if (CONTROL.matcher(text).find()) {
            return "The value has characters in it that can't be seen. Write it anew.";
        }
        return "“" + text + "” is no " + kind.word() + ". Write " + example(kind) + ".";
    }

    private static String example(Kind kind) {
        return switch (kind) {
            case NUMBER -> "a number in digits, such as 60 or 12.5";
            case DATE -> "a date as year, month and day, such as 2026-10-31";
            case TEXT, MARK -> "a text of up to " + LONGEST_TEXT + " characters";
        };
    }

    private static Optional<Object> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
