package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountWord;
import java.util.Arrays;
import java.util.Optional;

/** How a word about an account is written and coloured. */
public enum Word {
    GOING_QUIET(
            AccountWord.GOING_QUIET,
            "quiet",
            "Going quiet",
            "attention",
            "Active in at least 6 of the 26 complete weeks before the last run, and in the last 4 of them at most a quarter of a usual active week; a meeting weighs three emails."),
    FALLING(
            AccountWord.FALLING,
            "falling",
            "Falling",
            "attention",
            "The score of the last complete month is at least 15 points below the mean of the three months before it."),
    ONE_WAY(
            AccountWord.ONE_WAY,
            "one-way",
            "One-way",
            "attention",
            "At least 5 emails in the year and no meeting, and one direction has less than a tenth of the emails."),
    SINGLE_THREADED_OURS(
            AccountWord.SINGLE_THREADED_OURS,
            "one-of-ours",
            "Held by one of ours",
            "attention",
            "At least 10 emails and meetings in the year, and one of the selected people took part in four fifths of them or more. Who it is, no page shows."),
    SINGLE_THREADED_THEIRS(
            AccountWord.SINGLE_THREADED_THEIRS,
            "one-of-theirs",
            "Held by one of theirs",
            "attention",
            "At least 10 emails and meetings in the year, and one contact of the customer took part in four fifths of them or more. Who it is, no page shows."),
    LOST_CONTACTS(
            AccountWord.LOST_CONTACTS,
            "lost-contacts",
            "Lost contacts",
            "attention",
            "How many of the customer’s contacts took part in the three months before the last 60 days, and not since."),
    STALE(
            AccountWord.STALE,
            "stale",
            "Stale",
            "loss",
            "More than 60 days since the last email, and more than 60 since the last meeting."),
    NEVER_ENGAGED(
            AccountWord.NEVER_ENGAGED,
            "never",
            "Never engaged",
            "plain",
            "Neither an email nor a meeting in the year."),
    RISING(
            AccountWord.RISING,
            "rising",
            "Rising",
            "ok",
            "The score of the last complete month is at least 15 points above the mean of the three months before it."),
    NEW_CONTACTS(
            AccountWord.NEW_CONTACTS,
            "new-contacts",
            "New contacts",
            "ok",
            "How many of the customer’s contacts took part within the last 60 days for the first time in the year."),
    REVIVED(AccountWord.REVIVED, "revived", "Revived", "ok", "Stale in the run before, and not any more.");

    private final AccountWord word;
    private final String parameter;
    private final String title;
    private final String colour;
    private final String meaning;

    Word(AccountWord word, String parameter, String title, String colour, String meaning) {
        this.word = word;
        this.parameter = parameter;
        this.title = title;
        this.colour = colour;
        this.meaning = meaning;
    }

    AccountWord word() {
        return word;
    }

    /** As addresses have it. */
    String parameter() {
        return parameter;
    }

    public String title() {
        return title;
    }

    /** What has to be so for the word to be said; the definition itself is the model's. */
    public String meaning() {
        return meaning;
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
