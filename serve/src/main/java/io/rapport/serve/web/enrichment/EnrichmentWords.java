package io.rapport.serve.web.enrichment;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.EnrichmentResult;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunState;
import io.rapport.serve.security.Role;
import io.rapport.serve.web.ExportMenu;
import io.rapport.serve.web.Say;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enrichments and their runs as people read them. */
final class EnrichmentWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private EnrichmentWords() {}

    /** @param saved what there is besides its result; null for one that only the command line runs */
    static EnrichmentView overview(
            EnrichmentResult result,
            @Nullable SavedPart saved,
            ScheduledExportView.@Nullable Standing exported,
            Role role,
            Instant now) {
        ServedRun latest = result.latest();
        String output = latest.output();
        return new EnrichmentView(
                latest.run().request().enrichment(),
                output,
                asOf(latest, now),
                latest.run().warnings(),
                role.mayActAs(Role.ADMINISTRATOR) ? "/enrichment/" + output + "/coverage" : "",
                "/customers?enrichment=" + output,
                role.mayActAs(Role.CONTRIBUTOR) ? "/segments/new?enrichment=" + output : "",
                ExportWords.menu(output, role),
                exported,
                tiles(result),
                result.history().stream().map(EnrichmentWords::point).toList(),
                result.preview().stream().map(EnrichmentWords::row).toList(),
                result.runs().stream().map(run -> run(run, now)).toList(),
                saved);
    }

    /** Of one that has not come to anything yet. */
    static EnrichmentView undelivered(Enrichment enrichment, List<Run> runs, SavedPart saved, Instant now) {
        return new EnrichmentView(
                enrichment.name(),
                enrichment.output(),
                "",
                List.of(),
                "",
                "",
                "",
                ExportMenu.NONE,
                null,
                List.of(),
                List.of(),
                List.of(),
                runs.stream().map(run -> run(run, now)).toList(),
                saved);
    }

    static String asOf(ServedRun run, Instant now) {
        return DAY.format(run.windowStart()) + " to " + day(run.asOf()) + " in "
                + run.run().request().timeZone().getId() + "; run "
                + Say.ago(run.run().startedAt(), now);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static List<EnrichmentView.Tile> tiles(EnrichmentResult result) {
        long accounts = result.count("Accounts", "Accounts");
        long enriched = result.count("Accounts", "Accounts enriched");
        long people = result.count("People", "Listed people");
        long withData = result.count("People", "Listed people with data");
        return List.of(
                new EnrichmentView.Tile(
                        "Customers enriched",
                        Say.count(enriched),
                        "of " + Say.count(accounts),
                        percent(enriched, accounts) + " % had an email or meeting in the year",
                        percent(enriched, accounts)),
                new EnrichmentView.Tile(
                        "People processed",
                        Say.count(withData),
                        "of " + Say.count(people),
                        "selected people with mail or meetings in the year",
                        percent(withData, people)),
                new EnrichmentView.Tile(
                        "Emails",
                        Say.count(result.count("Emails", "Emails counted")),
                        "counted",
                        "of " + Say.count(result.count("Emails", "Emails")) + " read, each once",
                        -1),
                new EnrichmentView.Tile(
                        "Meetings",
                        Say.count(result.count("Meetings", "Meetings counted")),
                        "counted",
                        "of " + Say.count(result.count("Meetings", "Meetings")) + " read, each once",
                        -1),
                new EnrichmentView.Tile(
                        "Days of data",
                        Say.count(result.count("Data", "Days of data")),
                        "days",
                        "of the year with an email or meeting",
                        -1));
    }

    private static int percent(long part, long whole) {
        return whole == 0 ? 0 : (int) (part * 100 / whole);
    }

    private static EnrichmentView.Point point(EnrichmentResult.Enriched enriched) {
        return new EnrichmentView.Point(
                day(enriched.asOf()),
                enriched.enriched(),
                Say.count(enriched.enriched()) + " of " + Say.count(enriched.accounts()),
                percent(enriched.enriched(), enriched.accounts()));
    }

    private static EnrichmentView.Row row(AccountStanding account) {
        return new EnrichmentView.Row(
                account.name(),
                String.format(Locale.ENGLISH, "%.1f", account.score()),
                Say.count(account.emailsTo()),
                Say.count(account.emailsFrom()),
                Say.count(account.meetingsTo()),
                Say.count(account.meetingsFrom()));
    }

    private static EnrichmentView.RunLine run(Run run, Instant now) {
        Instant ended = run.finishedAt();
        Long rows = run.rows();
        String error = run.errorCode();
        return new EnrichmentView.RunLine(
                day(run.request().asOf()),
                Say.ago(run.startedAt(), now),
                ended == null ? "–" : Say.duration(Duration.between(run.startedAt(), ended)),
                run.state().words(),
                colour(run.state()),
                rows == null ? "–" : Say.count(rows),
                error == null ? String.join(" ", run.warnings()) : "Code " + error);
    }

    static String colour(RunState state) {
        return switch (state) {
            case SUCCESSFUL -> "ok";
            case REFRESHING -> "busy";
            case COMPLETED_WITH_WARNINGS, CANCELED, INTERRUPTED, SKIPPED -> "attention";
            case FAILED -> "loss";
        };
    }
}
