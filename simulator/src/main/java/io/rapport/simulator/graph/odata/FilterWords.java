package io.rapport.simulator.graph.odata;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of a filter, one after the other. */
final class FilterWords {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_./]*");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String text;
    private int at;

    FilterWords(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean skip(String sign) {
        blanks();
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    void expect(String sign) {
        if (!skip(sign)) {
            throw wrong();
        }
    }

    void expectEnd() {
        blanks();
        if (at < text.length()) {
            throw wrong();
        }
    }

    /** A word that stands alone, such as {@code and}. */
    boolean skipWord(String word) {
        blanks();
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt() && name.group().toLowerCase(Locale.ROOT).equals(word)) {
            at = name.end();
            return true;
        }
        return false;
    }

    String name() {
        blanks();
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw wrong();
        }
        at = name.end();
        return name.group();
    }

    /** Text, a boolean, an instant or null. */
    @Nullable
    Object literal() {
        blanks();
        if (text.startsWith("'", at)) {
            return quoted();
        }
        for (Pattern form : new Pattern[] {TIME, DATE}) {
            Matcher time = form.matcher(text).region(at, text.length());
            if (time.lookingAt()) {
                at = time.end();
                return instant(form == DATE ? time.group() + "T00:00:00Z" : time.group());
            }
        }
        return switch (name()) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> throw wrong();
        };
    }

    GraphRefusal wrong() {
        return GraphRefusal.badRequest("Invalid filter clause: syntax error at position " + at + " in '" + text + "'.");
    }

    private Instant instant(String literal) {
        try {
            return OffsetDateTime.parse(literal).toInstant();
        } catch (DateTimeParseException noTime) {
            throw wrong();
        }
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) != '\'') {
                value.append(text.charAt(i));
            } else if (text.startsWith("''", i)) {
                value.append('\'');
                i++;
            } else {
                at = i + 1;
                return value.toString();
            }
        }
        throw wrong();
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
