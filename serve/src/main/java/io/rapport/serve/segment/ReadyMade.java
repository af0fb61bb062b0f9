package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Segments that every enrichment has. What their words mean is said where accounts are judged, and nowhere else. */
public enum ReadyMade {
    STALE(
            "stale",
            "Stale accounts",
            "The last email and the last meeting are both more than 60 days back: accounts to try to reactivate.",
            AccountColumn.STALE),
    GOING_QUIET(
            "going-quiet",
            "Going quiet",
            "They wrote and met regularly, and in the last four weeks at most a quarter of what is usual for them.",
            AccountColumn.GOING_QUIET),
    RISING(
            "rising",
            "Rising",
            "The score of the last complete month is at least 15 points above the mean of the three before.",
            AccountColumn.RISING),
    SINGLE_THREADED(
            "single-threaded",
            "Single-threaded",
            "One person, of yours or of theirs, took part in at least 80 % of ten or more emails and meetings.",
            AccountColumn.SINGLE_THREADED_OURS,
            AccountColumn.SINGLE_THREADED_THEIRS),
    ONE_WAY(
            "one-way",
            "One-way",
            "Five emails or more, less than a tenth of them in one direction, and no meeting.",
            AccountColumn.ONE_WAY);

    private final String id;
    private final String title;
    private final String meaning;
    private final AccountRule rule;

    ReadyMade(String id, String title, String meaning, AccountColumn... marks) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.rule = new AccountRule.Group(
                marks.length == 1, Arrays.stream(marks).map(AccountRule::marked).toList());
    }

    /** As addresses have it. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The segment of this output table. */
    public Segment of(String output) {
        return new Segment(id, title, output, rule, 1, 1, null, null);
    }

    public static Optional<ReadyMade> find(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(ReadyMade::title).toList();
    }
}
