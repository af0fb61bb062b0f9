package io.rapport.serve.web.home;

import io.rapport.model.duckdb.account.AccountRelation;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Who stands out in a run, each with why, as people read it. */
final class StandingOut {

    private static final Set<AccountWord> HELD_BY_ONE =
            Set.of(AccountWord.SINGLE_THREADED_OURS, AccountWord.SINGLE_THREADED_THEIRS);

    private final Overview overview;
    private final String day;
    private final String output;

    StandingOut(Overview overview) {
        this.overview = overview;
        this.day = AsOf.day(overview.run().asOf());
        this.output = overview.run().output();
    }

    /** What asks for attention first. */
    List<EngagementView.Accounts> accounts() {
        return List.of(
                part(
                        "quiet",
                        "Which customers go quiet?",
                        overview.counts().of(AccountWord.GOING_QUIET),
                        ", the highest score of the year first",
                        "No customer goes quiet.",
                        "/customers?enrichment=" + output + "&show=quiet",
                        overview.quiet(),
                        account -> reason(account, Set.of(AccountWord.GOING_QUIET)),
                        account -> tenths(account.score())),
                part(
                        "fallers",
                        "Who falls?",
                        overview.counts().of(AccountWord.FALLING),
                        ", by how far the last complete month lies below the three before it",
                        "No customer’s last complete month lies 15 points below the three before it.",
                        "/customers?enrichment=" + output + "&show=falling&sort=month&way=asc",
                        overview.of(AccountWord.FALLING),
                        account -> moved(account, AccountWord.FALLING),
                        StandingOut::lead),
                part(
                        "single",
                        "Which relations hang on one person?",
                        overview.singleThreadedCount(),
                        ", the highest score of the year first; nobody is named",
                        "No relation hangs on one person.",
                        "/segments/single-threaded?enrichment=" + output,
                        overview.singleThreaded(),
                        account -> reason(account, HELD_BY_ONE),
                        StandingOut::share),
                part(
                        "risers",
                        "Who rises?",
                        overview.counts().of(AccountWord.RISING),
                        ", by how far the last complete month lies above the three before it",
                        "No customer’s last complete month lies 15 points above the three before it.",
                        "/customers?enrichment=" + output + "&show=rising&sort=month",
                        overview.of(AccountWord.RISING),
                        account -> moved(account, AccountWord.RISING),
                        StandingOut::lead),
                part(
                        "revived",
                        "Who is back?",
                        overview.counts().of(AccountWord.REVIVED),
                        ", the highest score of the year first",
                        overview.findEarlier()
                                .map(earlier -> "No customer that was stale in the run as of "
                                        + AsOf.day(earlier.asOf()) + " has been in touch since.")
                                .orElse("That takes a run of before: this is the first one."),
                        "/customers?enrichment=" + output + "&show=revived",
                        overview.of(AccountWord.REVIVED),
                        account -> reason(account, Set.of(AccountWord.REVIVED)),
                        account -> tenths(account.score())));
    }

    private EngagementView.Accounts part(
            String id,
            String title,
            long count,
            String order,
            String none,
            String all,
            List<AccountStanding> accounts,
            Function<AccountStanding, String> text,
            Function<AccountStanding, String> figure) {
        return new EngagementView.Accounts(
                id,
                title,
                Say.count(count, "customer", "customers") + " as of " + day + order,
                none,
                count == 0 ? "" : all,
                accounts.stream()
                        .map(account -> new EngagementView.Line(
                                account.name(),
                                "/customers/" + CustomerKey.of(account.id()) + "?enrichment=" + output,
                                text.apply(account),
                                figure.apply(account)))
                        .toList());
    }

    private String reason(AccountStanding account, Set<AccountWord> words) {
        return Reason.text(account, overview.run().asOf(), words);
    }

    /** Why, and what it came to since the last run. */
    private String moved(AccountStanding account, AccountWord word) {
        String why = reason(account, Set.of(word));
        Double before = account.scoreBefore();
        return before == null || tenths(before).equals(tenths(account.score()))
                ? why
                : why
                        + overview.findEarlier()
                                .map(earlier -> " Since the run as of " + AsOf.day(earlier.asOf())
                                        + " the score of the year went from " + tenths(before) + " to "
                                        + tenths(account.score()) + ".")
                                .orElse("");
    }

    private static String lead(AccountStanding account) {
        double lead = account.monthScore() - account.usualMonthScore();
        return (lead < 0 ? "−" : "+") + tenths(Math.abs(lead));
    }

    private static String share(AccountStanding account) {
        AccountRelation relation = account.relation();
        long most = Math.max(relation.mostOfPerson(), relation.mostOfContact());
        return (relation.events() == 0 ? 0 : most * 100 / relation.events()) + " %";
    }

    private static String tenths(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }
}
