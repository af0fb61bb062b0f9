package io.rapport.serve.web.home;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.model.duckdb.account.CoverageLine;
import io.rapport.serve.customer.Completeness;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentState;
import io.rapport.serve.run.Run;
import io.rapport.serve.web.Say;
import io.rapport.serve.web.customer.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How complete and fresh the numbers of a run are, each with why, as people read it. */
final class FreshnessWords {

    /** Mail comes every day but on weekends. */
    private static final Duration FRESH = Duration.ofDays(3);

    /** A schedule runs once a week at least. */
    private static final int FRESH_DAYS = 7;

    /** A run that is due begins within seconds; one that takes long is not late. */
    private static final Duration LATE = Duration.ofHours(1);

    private final Overview overview;
    private final @Nullable Run attempt;
    private final @Nullable Enrichment saved;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param attempt the latest run that was asked for, whatever came of it
     * @param saved the enrichment; null for one that only the command line runs
     */
    FreshnessWords(Overview overview, @Nullable Run attempt, @Nullable Enrichment saved, Instant now) {
        this.overview = overview;
        this.attempt = attempt;
        this.saved = saved;
        this.now = now;
        this.zone = overview.run().run().request().timeZone();
    }

    /** @param isAdministrator whether the reader may know why people have no data */
    List<EngagementView.Standing> standings(
            List<CatalogEntry> landed, List<HomeView.ConnectionLine> connections, boolean isAdministrator) {
        List<EngagementView.Standing> standings = new ArrayList<>();
        standings.add(run());
        standings.add(mail(landed, connections));
        if (find(landed, Datasets.CALENDAR_VIEW).isEmpty()) {
            standings.add(new EngagementView.Standing(
                    "attention", "missing", "No meetings", "No calendar has been read: scores count emails only.", ""));
        }
        standings.add(people(isAdministrator));
        standings.add(days(landed));
        return standings;
    }

    private EngagementView.Standing run() {
        LocalDate asOf = overview.run().asOf();
        long age = Math.max(0, asOf.until(LocalDate.ofInstant(now, zone), java.time.temporal.ChronoUnit.DAYS));
        String title = "Counted to " + AsOf.day(asOf);
        String href = "/enrichment/" + overview.run().output();
        Run latest = attempt;
        if (latest != null && isBroken(latest)) {
            return new EngagementView.Standing(
                    "attention",
                    "old",
                    title,
                    "The run of " + Say.ago(latest.startedAt(), now) + " ended as "
                            + latest.state().words().toLowerCase(Locale.ENGLISH)
                            + "; these are the numbers of the one before.",
                    href);
        }
        Enrichment enrichment = saved;
        Optional<Instant> next = enrichment == null ? Optional.empty() : enrichment.findNextRun();
        boolean isLate = next.filter(at -> at.isBefore(now.minus(LATE))).isPresent();
        String reason;
        if (enrichment == null) {
            reason = "It runs only when somebody runs it on the command line; the last time was "
                    + Say.ago(overview.run().run().startedAt(), now) + ".";
        } else if (enrichment.state() != EnrichmentState.ACTIVE) {
            reason = "It does not run: " + enrichment.state().words().toLowerCase(Locale.ENGLISH) + ".";
        } else if (isLate) {
            reason = "A run was due " + Say.ago(next.orElseThrow(), now) + " and has not ended yet.";
        } else {
            reason = next.isPresent()
                    ? "It runs " + enrichment.schedule().words() + "."
                    : "It runs only when somebody runs it; the last time was "
                            + Say.ago(overview.run().run().startedAt(), now) + ".";
        }
        boolean isFresh = age <= FRESH_DAYS && !isLate;
        return new EngagementView.Standing(
                isFresh ? "ok" : "attention", isFresh ? "fresh" : "old", title, reason, href);
    }

    /** One after that which is shown, and without tables. */
    private boolean isBroken(Run latest) {
        return latest.startedAt().isAfter(overview.run().run().startedAt())
                && switch (latest.state()) {
                    case FAILED, CANCELED, INTERRUPTED -> true;
                    case REFRESHING, SKIPPED, SUCCESSFUL, COMPLETED_WITH_WARNINGS -> false;
                };
    }

    private EngagementView.Standing mail(List<CatalogEntry> landed, List<HomeView.ConnectionLine> connections) {
        Instant newest =
                find(landed, Datasets.MESSAGE).flatMap(CatalogEntry::findLatest).orElse(null);
        if (newest == null) {
            return new EngagementView.Standing(
                    "attention", "missing", "No emails", "No mail has been read: scores count meetings only.", "");
        }
        boolean isFresh = newest.isAfter(now.minus(FRESH));
        String sources = connections.isEmpty()
                ? "Nothing is connected that could bring more."
                : connections.stream()
                        .map(line -> line.name() + " " + line.text())
                        .collect(Collectors.joining("; ", "", "."));
        return new EngagementView.Standing(
                isFresh ? "ok" : "attention",
                isFresh ? "fresh" : "old",
                "Newest email of " + Say.time(newest, zone),
                isFresh ? sources : "Nothing newer has been read. " + sources,
                "");
    }

    private EngagementView.Standing people(boolean isAdministrator) {
        Completeness seen = overview.completeness();
        boolean isComplete = seen.peopleWithData() >= seen.people();
        String reason;
        if (isComplete) {
            reason = "Every selected person has mail or meetings in the year.";
        } else if (isAdministrator) {
            reason = "Without: "
                    + seen.without().stream().map(FreshnessWords::why).collect(Collectors.joining(", ")) + ".";
        } else {
            reason = "The others have neither mail nor meetings in the year; administrators see why.";
        }
        return new EngagementView.Standing(
                isComplete ? "ok" : "attention",
                isComplete ? "complete" : "partial",
                Say.count(seen.peopleWithData()) + " of "
                        + Say.count(seen.people(), "selected person", "selected people"),
                reason,
                isAdministrator ? "/enrichment/" + overview.run().output() + "/coverage" : "");
    }

    private static String why(CoverageLine line) {
        return Say.count(line.count()) + " " + line.findReason().orElse("").toLowerCase(Locale.ENGLISH);
    }

    private EngagementView.Standing days(List<CatalogEntry> landed) {
        LocalDate begin = overview.run().windowStart();
        LocalDate first = landed.stream()
                .filter(entry -> entry.dataset().equals(Datasets.MESSAGE)
                        || entry.dataset().equals(Datasets.CALENDAR_VIEW))
                .flatMap(entry -> entry.findEarliest().stream())
                .map(at -> LocalDate.ofInstant(at, zone))
                .min(LocalDate::compareTo)
                .orElse(begin);
        boolean isWhole = !first.isAfter(begin.plusDays(FRESH_DAYS));
        return new EngagementView.Standing(
                isWhole ? "ok" : "attention",
                isWhole ? "complete" : "partial",
                Say.count(overview.completeness().daysOfData(), "day", "days") + " of data",
                isWhole
                        ? "Mail and meetings reach back to the beginning of the year, " + AsOf.day(begin) + "."
                        : "Mail and meetings begin on " + AsOf.day(first) + ", the year that counts on "
                                + AsOf.day(begin) + ": what was before is in no score.",
                "");
    }

    private static Optional<CatalogEntry> find(List<CatalogEntry> entries, Dataset dataset) {
        return entries.stream().filter(entry -> entry.dataset().equals(dataset)).findFirst();
    }
}
