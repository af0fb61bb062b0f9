package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;

/**
 * The private words of mail and calendar, made up from a key. Microsoft's sources carry such words, so ours do: what
 * must not land has to be there to be left out.
 */
public final class Wording {

    /** Stands in every body and nowhere else, so that a search for it finds what should not be there. */
    public static final String MARK = "nightjar";

    private static final long BODY = 0x62_6f_64_79L;

    private Wording() {}

    /** A subject; replies have the same one with {@code RE:} before it. */
    public static String subject(long key) {
        return WordList.SUBJECTS.of(key);
    }

    public static String body(long key) {
        return "Dear " + WordList.GIVEN_NAMES.of(Chance.mix(key, BODY)) + ", about \"" + subject(key) + "\": "
                + WordList.ORGANISATION_STEMS.of(key) + " and the " + MARK + ". Kind regards, "
                + WordList.GIVEN_NAMES.of(Chance.mix(key, BODY, 1));
    }
}
