package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountWord;
import java.util.Arrays;
import java.util.Optional;

/** How a word about an account is written and coloured. */
enum Word {
    GOING_QUIET(AccountWord.GOING_QUIET, "quiet", "Going quiet", "attention"),
    FALLING(AccountWord.FALLING, "falling", "Falling", "attention"),
    ONE_WAY(AccountWord.ONE_WAY, "one-way", "One-way", "attention"),
    SINGLE_THREADED_OURS(AccountWord.SINGLE_THREADED_OURS, "one-of-ours", "Held by one of ours", "attention"),
    SINGLE_THREADED_THEIRS(AccountWord.SINGLE_THREADED_THEIRS, "one-of-theirs", "Held by one of theirs", "attention"),
    LOST_CONTACTS(AccountWord.LOST_CONTACTS, "lost-contacts", "Lost contacts", "attention"),
    STALE(AccountWord.STALE, "stale", "Stale", "loss"),
    NEVER_ENGAGED(AccountWord.NEVER_ENGAGED, "never", "Never engaged", "plain"),
    RISING(AccountWord.RISING, "rising", "Rising", "ok"),
    NEW_CONTACTS(AccountWord.NEW_CONTACTS, "new-contacts", "New contacts", "ok"),
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

    /** Whether lists mark it; people come and go at nearly every customer. */
    boolean isMarked() {
        return this != NEW_CONTACTS && this != LOST_CONTACTS;
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
