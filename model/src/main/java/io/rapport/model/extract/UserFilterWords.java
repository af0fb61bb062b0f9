package io.rapport.model.extract;

import java.util.ArrayList;
import java.util.List;

/** The words of a filter, each with its place; the last one is its end. */
final class UserFilterWords {

    private UserFilterWords() {}

    /** What a word is. */
    enum Kind {
        NAME,
        TEXT,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    /**
     * @param text of a name as it is written, of a text what it means
     * @param position of its first character, from 1
     */
    record Word(Kind kind, String text, int position) {

        boolean isName(String name) {
            return kind == Kind.NAME && text.equalsIgnoreCase(name);
        }
    }

    /** @throws UserFilterParser.Mistake at a character that begins no word, or a text without an end */
    static List<Word> of(String filter) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'') {
                at = text(filter, at, words);
            } else if (isOfName(c)) {
                int from = at;
                while (at < filter.length() && isOfName(filter.charAt(at))) {
                    at++;
                }
                words.add(new Word(Kind.NAME, filter.substring(from, at), from + 1));
            } else {
                words.add(new Word(sign(c, at + 1), String.valueOf(c), at + 1));
                at++;
            }
        }
        words.add(new Word(Kind.END, "", filter.length() + 1));
        return words;
    }

    private static Kind sign(char c, int position) {
        return switch (c) {
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case ',' -> Kind.COMMA;
            default -> throw new UserFilterParser.Mistake(position, "this character has no meaning here");
        };
    }

    /** A quote within is doubled. Returns the place behind it. */
    private static int text(String filter, int from, List<Word> words) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (at < filter.length()) {
            if (filter.charAt(at) != '\'') {
                text.append(filter.charAt(at++));
            } else if (at + 1 < filter.length() && filter.charAt(at + 1) == '\'') {
                text.append('\'');
                at += 2;
            } else {
                words.add(new Word(Kind.TEXT, text.toString(), from + 1));
                return at + 1;
            }
        }
        throw new UserFilterParser.Mistake(from + 1, "this text has no closing quote");
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
