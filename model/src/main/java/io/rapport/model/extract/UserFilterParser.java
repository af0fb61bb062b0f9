package io.rapport.model.extract;

import io.rapport.model.extract.UserFilterWords.Kind;
import io.rapport.model.extract.UserFilterWords.Word;
import io.rapport.model.spec.NearestName;
import java.util.List;

/**
 * Reads a filter: {@code property eq 'text'}, {@code ne}, {@code startswith(property, 'text')}, {@code accountEnabled eq
 * true}, joined by {@code and}, {@code or}, {@code not} and brackets; {@code not} binds first, then {@code and}.
 */
final class UserFilterParser {

    /** Longer ones nobody writes by hand. */
    static final int MOST_CHARACTERS = 4_000;

    private static final int MOST_BRACKETS = 50;

    private final List<Word> words;
    private int at;
    private int depth;

    private UserFilterParser(List<Word> words) {
        this.words = words;
    }

    /** A filter that can't be understood. */
    static final class Mistake extends RuntimeException {

        private final int position;
        private final String what;

        /**
         * @param position of the character, from 1
         * @param what is wrong, without anything that somebody wrote
         */
        Mistake(int position, String what) {
            super(what);
            this.position = position;
            this.what = what;
        }

        /** Where and what, as a clause. */
        String text() {
            return "character " + position + ": " + what;
        }
    }

    /** @throws Mistake at the first place that can't be understood */
    static UserFilter parse(String filter) {
        if (filter.length() > MOST_CHARACTERS) {
            throw new Mistake(
                    MOST_CHARACTERS + 1, "a filter has at most " + MOST_CHARACTERS + " characters; use groups instead");
        }
        UserFilterParser parser = new UserFilterParser(UserFilterWords.of(filter));
        UserFilter read = parser.either();
        if (parser.word().kind() != Kind.END) {
            throw new Mistake(parser.word().position(), "here the filter should end, or go on with and, or");
        }
        return read;
    }

    private UserFilter either() {
        UserFilter left = both();
        while (word().isName("or")) {
            at++;
            left = new UserFilter.Or(left, both());
        }
        return left;
    }

    private UserFilter both() {
        UserFilter left = single();
        while (word().isName("and")) {
            at++;
            left = new UserFilter.And(left, single());
        }
        return left;
    }

    private UserFilter single() {
        Word first = word();
        if (first.isName("not") || first.kind() == Kind.OPEN) {
            if (++depth > MOST_BRACKETS) {
                throw new Mistake(first.position(), "more than " + MOST_BRACKETS + " brackets and nots in each other");
            }
            at++;
            UserFilter inner = first.kind() == Kind.OPEN ? bracketed() : new UserFilter.Not(single());
            depth--;
            return inner;
        }
        return first.isName("startswith") ? beginsWith() : comparison();
    }

    private UserFilter bracketed() {
        UserFilter inner = either();
        take(Kind.CLOSE, "a closing bracket is missing");
        return inner;
    }

    private UserFilter beginsWith() {
        at++;
        take(Kind.OPEN, "startswith takes (property, 'text')");
        Word name = word();
        UserProperty property = property();
        if (property.isFlag()) {
            throw new Mistake(name.position(), property.column() + " is true or false and begins with no text");
        }
        take(Kind.COMMA, "a comma is missing between property and text");
        String text = take(Kind.TEXT, "a text in single quotes is missing").text();
        take(Kind.CLOSE, "a closing bracket is missing");
        return new UserFilter.BeginsWith(property, text);
    }

    private UserFilter comparison() {
        UserProperty property = property();
        Word operator = word();
        if (!operator.isName("eq") && !operator.isName("ne")) {
            throw new Mistake(operator.position(), "eq or ne is missing; other comparisons there are none");
        }
        at++;
        boolean isEqual = operator.isName("eq");
        Word value = word();
        if (!property.isFlag()) {
            return new UserFilter.TextIs(
                    property,
                    take(Kind.TEXT, property.column() + " is text: a text in single quotes is missing")
                            .text(),
                    isEqual);
        }
        if (!value.isName("true") && !value.isName("false")) {
            throw new Mistake(value.position(), property.column() + " is true or false, without quotes");
        }
        at++;
        return new UserFilter.FlagIs(property, value.isName("true"), isEqual);
    }

    private UserProperty property() {
        Word name = word();
        if (name.kind() != Kind.NAME) {
            throw new Mistake(name.position(), "the name of a property is missing: " + names());
        }
        at++;
        return UserProperty.find(name.text())
                .orElseThrow(() -> new Mistake(
                        name.position(),
                        "there is no property of this name to filter by."
                                + NearestName.question(name.text(), UserProperty.names())
                                + " Properties: " + names()));
    }

    private Word take(Kind kind, String otherwise) {
        Word word = word();
        if (word.kind() != kind) {
            throw new Mistake(word.position(), otherwise);
        }
        at++;
        return word;
    }

    private Word word() {
        return words.get(at);
    }

    private static String names() {
        return String.join(", ", UserProperty.names());
    }
}
