package io.rapport.connect.sync;

import io.rapport.connect.MapLanding;
import io.rapport.connect.consent.Connector;
import io.rapport.connect.directory.Selection;
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
import io.rapport.connect.row.Rejection;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.progress.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A lake that rounds over a fake tenant fill, in virtual time. */
final class Synced {

    private static final Endpoints ENDPOINTS =
            new Endpoints(URI.create("https://login.example"), URI.create("https://graph.example"));

    final MapLanding landing = new MapLanding();
    final VirtualTime time = new VirtualTime();
    final Loop loop = new Loop(time);
    private final FakeTenant tenant;
    final List<Rejection> rejections = new ArrayList<>();
    Connector connector = Connector.OUTLOOK_MAIL;
    Selection selection = Selection.ALL;
    CommitLimits limits = new CommitLimits(5, Duration.ofSeconds(30));

    Synced(FakeTenant tenant) {
        this.tenant = tenant;
    }

    SyncSummary round() {
        return round(Progress.NONE);
    }

    SyncSummary round(Progress progress) {
        try {
            return prepare().run(progress);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    SyncRound prepare() {
        Traffic traffic = new Traffic();
        FakeTransport transport = new FakeTransport(loop, tenant);
        SplittableRandom random = new SplittableRandom(7);
        TokenSource tokens = new TokenSource(
                loop,
                transport,
                ENDPOINTS,
                new TenantId(FakeTenant.ID),
                new ClientId("11111111-2222-3333-4444-555555555555"),
                new ClientSecret("secret"),
                RetryPolicy.USUAL,
                random,
                traffic);
        GraphClient client =
                new GraphClient(loop, transport, ENDPOINTS, tokens, RetryPolicy.USUAL, random, traffic, 1L << 30);
        return new SyncRound(
                loop,
                client,
                traffic,
                landing,
                connector,
                "mail",
                connector.word(),
                FakeTenant.ID,
                selection,
                rejections::add,
                limits);
    }

    /** Rows by key, in the order of keys. */
    Map<String, String> rows(Dataset dataset) {
        return new TreeMap<>(landing.rows(dataset));
    }

    /** One column by key. */
    Map<String, String> column(Dataset dataset, String column) {
        return rows(dataset).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .lines()
                                .filter(line -> line.startsWith(column + "="))
                                .map(line -> line.substring(column.length() + 1))
                                .findFirst()
                                .orElse(""),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
