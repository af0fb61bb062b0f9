package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.TenantId;
import io.rapport.connect.sync.SyncSummary;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.lake.Lake;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.connection.StoredCredential;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.job.JobKind;
import io.rapport.serve.job.JobState;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts and the dashboard that come with Rapport ask for what the server measures. */
class MonitoringFilesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern METRIC = Pattern.compile("\\brapport_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void alerts_and_dashboard_ask_for_what_there_is() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : List.of("prometheus/alerts.yaml", "grafana/rapport.json")) {
            METRIC.matcher(Files.readString(DEPLOY.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(asked::add);
        }
        String measured = measured();

        assertThat(asked)
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(measured).containsPattern("(?m)^" + metric + "(\\{| )"));
    }

    @Test
    void every_alert_has_its_runbook() throws IOException {
        String alerts = Files.readString(DEPLOY.resolve("prometheus/alerts.yaml"));
        List<String> headings = Files.readString(Path.of("..", "docs", "operations.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        List<String> names =
                ALERT.matcher(alerts).results().map(found -> found.group(1)).toList();

        assertThat(names).hasSizeGreaterThan(4).allSatisfy(name -> {
            assertThat(headings).contains(name);
            assertThat(alerts).contains("runbook: docs/operations.md#" + name.toLowerCase(Locale.ROOT) + "\n");
        });
    }

    /** With a connection, a sync, a job that failed, and rows. */
    private String measured() {
        try (ServeState state = ServeState.open(StateLocation.file(folder.resolve("rapport.db")))) {
            new GraphConnections(state)
                    .add(
                            new GraphConnection(
                                    "mail",
                                    "id-1",
                                    Connector.OUTLOOK_MAIL,
                                    new TenantId("7c1d4ab2-0000-4000-8000-000000000001"),
                                    new ClientId("7c1d4ab2-0000-4000-8000-000000000002"),
                                    new Endpoints(
                                            URI.create("https://login.contoso.com"),
                                            URI.create("https://graph.contoso.com")),
                                    Selection.ALL,
                                    "",
                                    NOON,
                                    null),
                            StoredCredential.secret("secret-of-mail"),
                            new SecretBox(SecretKey.open(null, folder.resolve("secrets.key"))));
            ServerMetrics metrics = new ServerMetrics(
                    state, EnrichedHome.shared().server.server.part(Lake.class), new Home(folder), () -> NOON);
            metrics.synced(
                    "mail",
                    new SyncSummary(
                            Map.of(),
                            List.of(),
                            Map.of(),
                            Map.of(),
                            0,
                            Landed.NOTHING,
                            Map.of(),
                            1,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2)));
            metrics.ended(new Job(
                    "job-1",
                    JobKind.SYNC,
                    "mail",
                    JobState.FAILED,
                    "the schedule",
                    NOON,
                    NOON,
                    NOON.plusSeconds(1),
                    "",
                    0,
                    -1,
                    "",
                    "GRAPH_AWAY",
                    "Graph is away.",
                    false));
            return metrics.text();
        }
    }
}
