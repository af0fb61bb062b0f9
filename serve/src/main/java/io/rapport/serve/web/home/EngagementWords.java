package io.rapport.serve.web.home;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.Reason;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.customer.CustomerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run at a glance, as people read it. */
final class EngagementWords {

    private static final int WIDTH = 10;

    private final Overview overview;
    private final @Nullable Enrichment saved;
    private final Instant now;

    /** @param saved the enrichment; null for one that only the command line runs */
    EngagementWords(Overview overview, @Nullable Enrichment saved, Instant now) {
        this.overview = overview;
        this.saved = saved;
        this.now = now;
    }

    EngagementView view(List<EngagementView.Switch> switches) {
        ServedRun run = overview.run();
        String day = AsOf.day(run.asOf());
        String before = overview.findEarlier()
                .map(earlier -> "since the run as of " + AsOf.day(earlier.asOf()))
                .orElse("");
        long quiet = overview.counts().of(AccountWord.GOING_QUIET);
        return new EngagementView(
                run.run().request().enrichment(),
                "/enrichment/" + run.output(),
                AsOf.period(run, now),
                switches,
                tiles(day),
                bins(),
                Say.count(overview.counts().engaged(), "customer", "customers")
                        + " with an email or meeting in the year to " + day
                        + ", by score; a score ranks customers among each other.",
                new EngagementView.Accounts(
                        Say.count(quiet, "customer", "customers") + " as of " + day
                                + ", the highest score of the year first",
                        "No customer goes quiet.",
                        quiet == 0 ? "" : "/customers?enrichment=" + run.output() + "&show=quiet",
                        overview.quiet().stream()
                                .map(account -> line(account, quiet(account), tenths(account.score())))
                                .toList()),
                changed(overview.risers(), before, "No score rose.", "desc"),
                changed(overview.fallers(), before, "No score fell.", "asc"));
    }

    private List<HomeView.Tile> tiles(String day) {
        long accounts = overview.counts().accounts();
        long engaged = overview.counts().engaged();
        long days = overview.run()
                .windowStart()
                .datesUntil(overview.run().asOf().plusDays(1))
                .count();
        return List.of(
                new HomeView.Tile(
                        "Customers enriched",
                        Say.count(engaged),
                        "of " + Say.count(accounts),
                        (accounts == 0 ? 0 : engaged * 100 / accounts) + " % had an email or meeting in the year to "
                                + day),
                new HomeView.Tile(
                        "Days of data",
                        Say.count(overview.daysOfData()),
                        "of " + days,
                        "days of the year to " + day + " had an email or meeting"),
                lastRun(day),
                nextRun());
    }

    private HomeView.Tile lastRun(String day) {
        return new HomeView.Tile(
                "Last run",
                Say.ago(overview.run().run().startedAt(), now),
                "",
                overview.run().run().state().words() + ", as of " + day);
    }

    private HomeView.Tile nextRun() {
        Enrichment enrichment = saved;
        if (enrichment == null) {
            return new HomeView.Tile("Next run", "–", "", "It runs on the command line only");
        }
        Optional<Instant> next = enrichment.findNextRun();
        if (enrichment.state() != EnrichmentState.ACTIVE) {
            return new HomeView.Tile("Next run", "–", "", enrichment.state().words());
        }
        return next.map(at -> new HomeView.Tile(
                        "Next run",
                        at.isAfter(now) ? "in " + span(Duration.between(now, at)) : "now",
                        "",
                        Say.time(at, enrichment.timeZone()) + " in "
                                + enrichment.timeZone().getId() + "; "
                                + enrichment.schedule().words()))
                .orElseGet(() -> new HomeView.Tile("Next run", "–", "", "Only when somebody runs it"));
    }

    private static String span(Duration time) {
        long minutes = Math.max(1, time.toMinutes());
        if (minutes < 120) {
            return Say.count(minutes, "minute", "minutes");
        }
        return minutes < 48 * 60
                ? Say.count(minutes / 60, "hour", "hours")
                : Say.count(minutes / (24 * 60), "day", "days");
    }

    private List<EngagementView.Bin> bins() {
        List<Long> tenths = overview.scoreTenths();
        long most = tenths.stream().mapToLong(Long::longValue).max().orElse(0);
        List<EngagementView.Bin> bins = new ArrayList<>();
        for (int i = 0; i < tenths.size() && most > 0; i++) {
            long count = tenths.get(i);
            bins.add(new EngagementView.Bin(
                    i * WIDTH + " to " + (i == tenths.size() - 1 ? "100" : "under " + (i + 1) * WIDTH),
                    Say.count(count),
                    count == 0 ? 0 : (int) Math.max(2, count * 100 / most)));
        }
        return bins;
    }

    private EngagementView.Accounts changed(
            List<AccountStanding> accounts, String before, String none, String direction) {
        return new EngagementView.Accounts(
                before,
                none,
                accounts.isEmpty()
                        ? ""
                        : "/customers?enrichment=" + overview.run().output() + "&sort=change&way=" + direction,
                accounts.stream()
                        .map(account -> line(
                                account,
                                "from " + tenths(account.scoreBefore()) + " to " + tenths(account.score()),
                                signed(account)))
                        .toList());
    }

    private EngagementView.Line line(AccountStanding account, String text, String figure) {
        return new EngagementView.Line(
                account.name(),
                "/customers/" + CustomerKey.of(account.id()) + "?enrichment="
                        + overview.run().output(),
                text,
                figure);
    }

    private String quiet(AccountStanding account) {
        return Reason.of(account, overview.run().asOf()).stream()
                .filter(reason -> reason.word() == AccountWord.GOING_QUIET)
                .map(Reason::text)
                .findFirst()
                .orElse("");
    }

    private static String signed(AccountStanding account) {
        Double before = account.scoreBefore();
        double change = before == null ? 0 : account.score() - before;
        return (change < 0 ? "−" : "+") + tenths(Math.abs(change));
    }

    private static String tenths(@Nullable Double number) {
        return number == null ? "–" : String.format(Locale.ENGLISH, "%.1f", number);
    }
}
