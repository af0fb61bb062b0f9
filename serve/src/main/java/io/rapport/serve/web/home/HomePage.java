package io.rapport.serve.web.home;

import io.rapport.core.dataset.Datasets;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.Connections;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.customer.Customers;
import io.rapport.serve.customer.Overview;
import io.rapport.serve.customer.Overviews;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.dataset.Catalog;
import io.rapport.serve.dataset.CatalogEntry;
import io.rapport.serve.dataset.Coverage;
import io.rapport.serve.digest.Digests;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.enrichment.Enrichments;
import io.rapport.serve.job.Jobs;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProviders;
import io.rapport.serve.server.ServerPlan;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.FirstRetention;
import io.rapport.serve.upkeep.UpkeepSettings;
import io.rapport.serve.web.Pages;
import io.rapport.serve.web.Say;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where people arrive: what is set up, what is connected, what there is. */
@RestController
public class HomePage {

    private static final int MOST_RUNS = 5;

    private final Pages pages;
    private final Lake lake;
    private final SignInProviders providers;
    private final ServerPlan plan;
    private final ConnectionStandings connections;
    private final RunLog runs;
    private final Digests digests;
    private final Customers customers;
    private final Overviews overviews;
    private final Enrichments enrichments;
    private final FirstRetention retention;

    public HomePage(
            Pages pages,
            Lake lake,
            ServeState state,
            SignInProviders providers,
            ServerPlan plan,
            Customers customers,
            Overviews overviews,
            UpkeepSettings upkeep) {
        this.retention = new FirstRetention(lake, upkeep);
        this.customers = customers;
        this.overviews = overviews;
        this.enrichments = new Enrichments(state, plan.instants());
        this.digests = new Digests(state);
        this.pages = pages;
        this.lake = lake;
        this.providers = providers;
        this.plan = plan;
        this.connections = new ConnectionStandings(
                new Connections(state), new GraphConnections(state), new Jobs(state, plan.instants()));
        this.runs = new RunLog(state, plan.instants());
    }

    /** @param enrichment the output table to show; empty for the primary one */
    @GetMapping("/")
    ResponseEntity<String> show(
            HttpServletRequest request, @RequestParam(name = "enrichment", defaultValue = "") String enrichment) {
        boolean isAdministrator = Person.find(SecurityContextHolder.getContext().getAuthentication())
                .filter(person -> person.role() == Role.ADMINISTRATOR)
                .isPresent();
        Instant now = plan.instants().instant();
        List<CatalogEntry> landed = Catalog.of(lake.contents()).entries().stream()
                .filter(entry -> entry.rows() > 0)
                .toList();
        List<Run> delivered = runs.list();
        List<HomeView.ConnectionLine> connected = connections.lines(now);
        return pages.page(
                request,
                "Home",
                "home",
                "home/page.jte",
                new HomeView(
                        isAdministrator ? notice(now) : "",
                        isAdministrator ? steps(!connected.isEmpty(), !landed.isEmpty(), delivered) : List.of(),
                        engagement(enrichment, landed, connected, isAdministrator, now),
                        tiles(landed, delivered, connected, now),
                        connected,
                        landed.stream().map(HomePage::dataset).toList(),
                        delivered.stream()
                                .limit(MOST_RUNS)
                                .map(run -> line(run, now))
                                .toList(),
                        isAdministrator));
    }

    /** What the first nights of a server will take out, while that can still be changed. */
    private String notice(Instant now) {
        return retention
                .find(now)
                .map(notice -> "To be taken out "
                        + (notice.isWaiting(now)
                                ? "in the first night after " + Say.time(notice.from(), ZoneOffset.UTC) + " UTC: "
                                : "tonight: ")
                        + Say.count(notice.months(), "month", "months") + " before "
                        + notice.kept().first() + " with " + Say.count(notice.rows(), "row", "rows") + ".")
                .orElse("");
    }

    /** Null before the first run. */
    private @Nullable EngagementView engagement(
            String chosen,
            List<CatalogEntry> landed,
            List<HomeView.ConnectionLine> connected,
            boolean isAdministrator,
            Instant now) {
        ServedRun run = customers.findRun(chosen).orElse(null);
        if (run == null) {
            return null;
        }
        List<String> outputs = customers.outputs();
        List<EngagementView.Switch> switches = outputs.size() < 2
                ? List.of()
                : outputs.stream()
                        .map(output -> new EngagementView.Switch(
                                output, "/?enrichment=" + output, output.equals(run.output())))
                        .toList();
        Overview overview = overviews.of(run);
        Enrichment saved = enrichments.find(run.output()).orElse(null);
        Run attempt = runs.list(run.output(), 1).stream().findFirst().orElse(null);
        return new EngagementWords(overview, saved, now)
                .view(
                        switches,
                        digests.findLatest(run.output()).orElse(null),
                        new FreshnessWords(overview, attempt, saved, now)
                                .standings(landed, connected, isAdministrator));
    }

    private List<HomeView.Step> steps(boolean isConnected, boolean hasLanded, List<Run> delivered) {
        return List.of(
                new HomeView.Step(
                        providers.isConfigured(),
                        "Choose where people sign in",
                        "An app in your Entra tenant, or any OpenID Connect provider.",
                        "Settings",
                        "/system/settings"),
                new HomeView.Step(
                        isConnected,
                        "Connect Microsoft 365",
                        "Metadata of mail, read with as few permissions as there are; or a folder of exports.",
                        "Connect",
                        "/connections"),
                new HomeView.Step(
                        hasLanded,
                        "Read what is there",
                        "The first sync reads a year; you can look on, and go away.",
                        "Connections",
                        "/connections"),
                new HomeView.Step(
                        delivered.stream().anyMatch(run -> run.state().isDelivered()),
                        "Run an enrichment",
                        "It counts the mail and meetings of chosen people with each of your customers.",
                        "Enrich my data",
                        "/enrichment?tab=discover"));
    }

    private static List<HomeView.Tile> tiles(
            List<CatalogEntry> landed, List<Run> runs, List<HomeView.ConnectionLine> connections, Instant now) {
        Optional<CatalogEntry> mail = find(landed, Datasets.MESSAGE.name());
        long months = mail.map(entry -> (long) entry.coverage().months().size()).orElse(0L);
        Optional<Run> last =
                runs.stream().filter(run -> run.state().isDelivered()).findFirst();
        List<HomeView.Tile> tiles = new ArrayList<>();
        tiles.add(new HomeView.Tile(
                "Copies of messages",
                Say.count(mail.map(CatalogEntry::rows).orElse(0L)),
                "",
                months == 0 ? "Nothing has been read yet" : mail.orElseThrow().period()));
        tiles.add(new HomeView.Tile(
                "History", Say.count(months), months == 1 ? "month" : "months", "of mail; a score counts the last 12"));
        tiles.add(new HomeView.Tile(
                "Connections",
                Say.count(connections.size()),
                "",
                connections.isEmpty() ? "None yet" : connections.get(0).text()));
        tiles.add(new HomeView.Tile(
                "Last enrichment",
                last.map(run -> daysAgo(run, now))
                        .map(days -> days == 0 ? "Today" : Say.count(days))
                        .orElse("–"),
                last.map(run -> daysAgo(run, now))
                        .map(days -> days == 0 ? "" : days == 1 ? "day ago" : "days ago")
                        .orElse(""),
                last.map(run -> Say.count(Optional.ofNullable(run.rows()).orElse(0L)) + " rows in "
                                + run.request().output())
                        .orElse("None has run yet")));
        return tiles;
    }

    private static long daysAgo(Run run, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(run.startedAt(), now));
    }

    private static Optional<CatalogEntry> find(List<CatalogEntry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.dataset().name().equals(name))
                .findFirst();
    }

    private static HomeView.DatasetLine dataset(CatalogEntry entry) {
        List<Coverage.Month> months = entry.coverage().months();
        long most = months.stream().mapToLong(Coverage.Month::rows).max().orElse(1);
        List<Coverage.Month> last = months.subList(Math.max(0, months.size() - 14), months.size());
        return new HomeView.DatasetLine(
                entry.dataset().name(),
                Say.count(entry.rows()),
                entry.period(),
                last.stream()
                        .map(month -> new HomeView.Bar(
                                month.rows() == 0 ? 0 : (int) Math.max(6, month.rows() * 100 / most),
                                month.month() + ": " + Say.count(month.rows()) + " rows"))
                        .toList());
    }

    private static HomeView.RunLine line(Run run, Instant now) {
        return new HomeView.RunLine(
                run.request().enrichment(),
                run.state().words().toLowerCase(Locale.ENGLISH),
                Say.ago(run.startedAt(), now),
                run.rows() == null ? "" : Say.count(run.rows()),
                run.state().isDelivered());
    }
}
