package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives each person, account and address a name of its own. */
final class Names {

    private static final String EXAMPLE = ".example";

    private final Set<String> taken = new HashSet<>();

    PersonName person(long key) {
        return new PersonName(WordList.GIVEN_NAMES.of(Chance.mix(key, 1)), WordList.SURNAMES.of(Chance.mix(key, 2)));
    }

    /** An organisation whose name nobody else has. */
    String organisation(long key) {
        for (int attempt = 0; ; attempt++) {
            long draw = Chance.mix(key, attempt);
            String name = WordList.ORGANISATION_STEMS.of(Chance.mix(draw, 1))
                    + WordList.ORGANISATION_ENDINGS.of(Chance.mix(draw, 2)) + " "
                    + WordList.ORGANISATION_KINDS.of(Chance.mix(draw, 3));
            if (attempt > 40) {
                name += " " + (attempt - 39);
            }
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** An address that nobody else has: with a number where the plain one is taken. */
    String address(String local, String domain) {
        String plain = ascii(local);
        String address = plain + "@" + domain;
        for (int number = 2; !taken.add(address); number++) {
            address = plain + number + "@" + domain;
        }
        return address;
    }

    static String domain(String organisation) {
        return ascii(organisation).replace(' ', '-') + EXAMPLE;
    }

    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A GUID in its usual form. */
    static String guid(long key) {
        long high = (Chance.mix(key, 1) & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (Chance.mix(key, 2) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new java.util.UUID(high, low).toString();
    }
}
