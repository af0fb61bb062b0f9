package io.rapport.serve.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rapport.connect.sync.SyncSummary;
import io.rapport.lake.Lake;
import io.rapport.serve.connection.GraphConnection;
import io.rapport.serve.connection.GraphConnections;
import io.rapport.serve.home.Home;
import io.rapport.serve.job.Job;
import io.rapport.serve.state.ServeState;
import io.rapport.serve.upkeep.DiskUse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What Prometheus reads of the server. Names of connections and datasets stand in labels, nobody's name or address. */
public final class ServerMetrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge lag;
    private final MultiGauge rows;
    private final MultiGauge disk;
    private final AtomicLong free = new AtomicLong();
    private final Home home;
    private final Lake lake;
    private final GraphConnections tenants;
    private final InstantSource instants;

    public ServerMetrics(ServeState state, Lake lake, Home home, InstantSource instants) {
        this.home = home;
        this.lake = lake;
        this.tenants = new GraphConnections(state);
        this.instants = instants;
        this.lag = MultiGauge.builder("rapport.sync.lag")
                .description(
                        "Seconds since a sync of the connection last came to its end; since it was connected, before")
                .baseUnit("seconds")
                .register(registry);
        this.rows = MultiGauge.builder("rapport.lake.rows")
                .description("Rows of the dataset that count")
                .register(registry);
        this.disk = MultiGauge.builder("rapport.disk.used")
                .description("What a part of the home takes of its disk")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("rapport.disk.free", free, AtomicLong::get)
                .description("What is left on the disk that the home is on")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("rapport.heap", Runtime.getRuntime(), java -> java.totalMemory() - java.freeMemory())
                .description("Java heap in use")
                .baseUnit("bytes")
                .register(registry);
    }

    /** In Prometheus' text format. */
    public String text() {
        Instant now = instants.instant();
        lag.register(
                tenants.list().stream()
                        .map(tenant -> MultiGauge.Row.of(Tags.of("connection", tenant.name()), seconds(tenant, now)))
                        .toList(),
                true);
        rows.register(
                lake.contents().stream()
                        .map(content -> MultiGauge.Row.of(
                                Tags.of("dataset", content.dataset().name()), content.rows()))
                        .toList(),
                true);
        DiskUse use = DiskUse.of(home);
        free.set(use.free());
        disk.register(
                use.parts().entrySet().stream()
                        .map(part -> MultiGauge.Row.of(Tags.of("part", part.getKey()), part.getValue()))
                        .toList(),
                true);
        return registry.scrape();
    }

    void synced(String connection, SyncSummary summary) {
        count("rapport.sync.items", "Messages, contacts and events that Graph sent", connection, (double)
                summary.items().values().stream().mapToLong(Long::longValue).sum());
        count("rapport.sync.rows", "Rows that landed for the first time", connection, (double)
                summary.landed().added());
        count("rapport.sync.requests", "Requests to Graph", connection, (double) summary.requests());
        count(
                "rapport.sync.throttled.seconds",
                "Seconds in which Graph had at least one mailbox wait",
                connection,
                summary.throttled().toMillis() / 1e3);
    }

    void ended(Job job) {
        Instant started = job.startedAt();
        Instant finished = job.finishedAt();
        Tags tags = Tags.of(
                "kind",
                job.kind().name().toLowerCase(Locale.ROOT),
                "state",
                job.state().name().toLowerCase(Locale.ROOT));
        Timer.builder("rapport.job.duration")
                .description("Jobs that ended, by kind and state, and how long they took")
                .tags(tags)
                .register(registry)
                .record(started == null || finished == null ? Duration.ZERO : Duration.between(started, finished));
    }

    private void count(String name, String description, String connection, double amount) {
        Counter.builder(name)
                .description(description)
                .tag("connection", connection)
                .register(registry)
                .increment(amount);
    }

    private static double seconds(GraphConnection tenant, Instant now) {
        Instant synced = tenant.syncedAt();
        return Duration.between(synced == null ? tenant.createdAt() : synced, now)
                        .toMillis()
                / 1e3;
    }
}
