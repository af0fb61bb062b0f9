package io.rapport.serve.web.home;

import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.digest.Digest;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import io.rapport.serve.web.digest.DigestWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    EngagementView view(
            List<EngagementView.Switch> switches, @Nullable Digest digest, List<EngagementView.Standing> standings) {
        ServedRun run = overview.run();
        String day = AsOf.day(run.asOf());
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
                new StandingOut(overview).accounts(),
                digest == null ? null : changes(digest),
                standings);
    }

    private static EngagementView.Changes changes(Digest digest) {
        return new EngagementView.Changes(
                "/digests/" + digest.run(),
                digest.findEarlier()
                        .map(earlier -> "What changed since the run as of " + AsOf.day(earlier))
                        .orElse("What changed"),
                DigestWords.counts(digest));
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
}
