package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountWord;
import java.util.Arrays;
import java.util.Optional;

/** How a word about an account is written and coloured. */
enum Word {
    GOING_QUIET(AccountWord.GOING_QUIET, "quiet", "Going quiet", "attention"),
    FALLING(AccountWord.FALLING, "falling", "Falling", "attention"),
    ONE_WAY(AccountWord.ONE_WAY, "one-way", "One-way", "attention"),
    STALE(AccountWord.STALE, "stale", "Stale", "loss"),
    NEVER_ENGAGED(AccountWord.NEVER_ENGAGED, "never", "Never engaged", "plain"),
    RISING(AccountWord.RISING, "rising", "Rising", "ok"),
    REVIVED(AccountWord.REVIVED, "revived", "Revived", "ok");

    private final AccountWord word;
    private final String parameter;
    private final String title;
    private final String colour;

    Word(AccountWord word, String parameter, String title, String colour) {
        this.word = word;
        this.parameter = parameter;
        this.title = title;
        this.colour = colour;
    }

    AccountWord word() {
        return word;
    }

    /** As addresses have it. */
    String parameter() {
        return parameter;
    }

    String title() {
        return title;
    }

    /** Class of its mark. */
    String colour() {
        return colour;
    }

    static Word of(AccountWord word) {
        return Arrays.stream(values())
                .filter(known -> known.word == word)
                .findFirst()
                .orElseThrow();
    }

    static Optional<Word> find(String parameter) {
        return Arrays.stream(values())
                .filter(known -> known.parameter.equals(parameter))
                .findFirst();
    }
}
