package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.connect.MapLanding;
import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.Call;
import io.rapport.connect.graph.ClientId;
import io.rapport.connect.graph.ClientSecret;
import io.rapport.connect.graph.Endpoints;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.Loop;
import io.rapport.connect.graph.RetryPolicy;
import io.rapport.connect.graph.TenantId;
import io.rapport.connect.graph.TokenSource;
import io.rapport.connect.graph.Traffic;
import io.rapport.connect.graph.VirtualTime;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of what Graph allows a backfill makes use of, in virtual time, with 50 ms a page. */
class SyncPaceTest {

    private static final String HOST = "https://graph.example";
    private static final Duration PAGE = Duration.ofMillis(50);
    private static final int MOST_IN_TEN_MINUTES = 10_000;
    private static final int MOST_OF_AN_APP_IN_A_SECOND = 13_000;
    private static final double LEAST = 0.95;

    @ParameterizedTest(name = "{0} mailboxes of {1} folders of {2} pages")
    @CsvSource({"1, 1, 2000", "1, 4, 6000", "10, 1, 400", "10, 6, 100", "500, 1, 200", "500, 3, 200"})
    void at_least_95_percent_of_what_limits_and_chains_of_pages_allow(int mailboxes, int folders, int pages)
            throws InterruptedException {
        PagedTenant tenant = new PagedTenant(mailboxes, folders, pages);
        VirtualTime time = new VirtualTime();
        Loop loop = new Loop(time);
        FakeTransport transport =
                new FakeTransport(loop, tenant).withLatency(PAGE).listeningTo(mailbox -> mailbox.equals("user-0"));
        Endpoints endpoints = new Endpoints(URI.create("https://login.example"), URI.create(HOST));
        Traffic traffic = new Traffic();
        SplittableRandom random = new SplittableRandom(7);
        TokenSource tokens = new TokenSource(
                loop,
                transport,
                endpoints,
                new TenantId(FakeTenant.ID),
                new ClientId("11111111-2222-3333-4444-555555555555"),
                new ClientSecret("secret"),
                RetryPolicy.USUAL,
                random,
                traffic);
        GraphClient client =
                new GraphClient(loop, transport, endpoints, tokens, RetryPolicy.USUAL, random, traffic, 64L << 20);

        SyncSummary summary = new SyncRound(
                        loop,
                        client,
                        traffic,
                        new MapLanding(),
                        Connector.OUTLOOK_MAIL,
                        "mail",
                        "outlook-mail",
                        FakeTenant.ID,
                        Selection.ALL,
                        rejection -> {},
                        CommitLimits.USUAL)
                .run(Progress.NONE);

        assertThat(summary.items(Datasets.MESSAGE)).isEqualTo((long) mailboxes * folders * pages);
        assertThat(ideal(mailboxes, folders, pages).toMillis()
                        / (double) summary.length().toMillis())
                .isGreaterThanOrEqualTo(LEAST);
        requireWithinLimits(transport);
    }

    /** Of a mailbox four chains at a time, 10,000 requests in ten minutes; of the app 13,000 requests a second. */
    private static Duration ideal(int mailboxes, int folders, int pages) {
        Duration each = ideal(folders, pages);
        Duration together = Duration.ofMillis(1_000L * mailboxes * folders * pages / MOST_OF_AN_APP_IN_A_SECOND);
        return each.compareTo(together) < 0 ? together : each;
    }

    private static Duration ideal(int folders, int pages) {
        int all = folders * pages;
        int waits = (all - 1) / MOST_IN_TEN_MINUTES;
        Duration unlimited = PAGE.multipliedBy(Math.max(pages, all / 4));
        return waits == 0
                ? unlimited
                : Duration.ofMinutes(10)
                        .multipliedBy(waits)
                        .plus(PAGE.multipliedBy((all - waits * MOST_IN_TEN_MINUTES) / Math.min(4, folders)));
    }

    private static void requireWithinLimits(FakeTransport transport) {
        assertThat(transport.mostUnderWay.entrySet().stream()
                        .filter(lane -> !lane.getKey().isEmpty())
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(4);
        List<FakeTransport.Heard> heard = transport.heard;
        for (int i = MOST_IN_TEN_MINUTES; i < heard.size(); i++) {
            assertThat(Duration.between(
                            heard.get(i - MOST_IN_TEN_MINUTES).at(),
                            heard.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
        }
    }

    /** A tenant of equal mailboxes, with one message a page. */
    private record PagedTenant(int mailboxes, int folders, int pages) implements Function<Call, Answer> {

        private static final Pattern PART =
                Pattern.compile("\"id\":\"(\\d+)\",\"method\":\"GET\",\"url\":\"([^\"]*)\"");
        private static final Pattern NEXT = Pattern.compile(".*/users/([^/]+)/mailFolders/([^/]+)/.*skiptoken=(\\d+)");

        @Override
        public Answer apply(Call call) {
            String path = call.uri().toString().substring((HOST + "/v1.0").length());
            if (!path.equals("/$batch")) {
                return FakeTransport.json(answer(path));
            }
            List<String> responses = new ArrayList<>();
            Matcher parts = PART.matcher(new String(call.body(), StandardCharsets.UTF_8));
            while (parts.find()) {
                String body = answer(parts.group(2));
                responses.add("{\"id\":\"" + parts.group(1) + "\",\"status\":" + (body.isEmpty() ? 404 : 200)
                        + ",\"body\":" + (body.isEmpty() ? "{}" : body) + "}");
            }
            return FakeTransport.json("{\"responses\":[" + String.join(",", responses) + "]}");
        }

        private String answer(String path) {
            if (path.startsWith("/users?")) {
                return list(IntStream.range(0, mailboxes)
                        .mapToObj(i -> "{\"id\":\"user-" + i + "\",\"accountEnabled\":true,\"assignedPlans\":"
                                + "[{\"service\":\"exchange\",\"capabilityStatus\":\"Enabled\"}]}"));
            }
            if (path.startsWith("/groups?") || path.startsWith("/organization?")) {
                return list(java.util.stream.Stream.empty());
            }
            if (path.contains("/mailFolders?")) {
                return list(IntStream.range(0, folders).mapToObj(i -> "{\"id\":\"folder-" + i + "\"}"));
            }
            if (path.contains("/mailboxSettings")) {
                return "{\"timeZone\":\"UTC\"}";
            }
            if (!path.contains("/messages/delta")) {
                return "";
            }
            Matcher next = NEXT.matcher(path);
            int page = next.matches() ? Integer.parseInt(next.group(3)) : 0;
            String folder = path.replaceFirst("/messages/delta.*", "");
            Map<String, String> link = new HashMap<>();
            link.put(
                    page + 1 < pages ? "@odata.nextLink" : "@odata.deltaLink",
                    HOST + "/v1.0" + folder + "/messages/delta?$"
                            + (page + 1 < pages ? "skiptoken=" + (page + 1) : "deltatoken=1"));
            return "{\"value\":[{\"id\":\"" + folder.hashCode() + "-" + page
                    + "\",\"receivedDateTime\":\"2026-11-01T08:00:00Z\"}],"
                    + link.entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                            .collect(Collectors.joining())
                    + "}";
        }

        private static String list(java.util.stream.Stream<String> objects) {
            return objects.collect(Collectors.joining(",", "{\"value\":[", "]}"));
        }
    }
}
