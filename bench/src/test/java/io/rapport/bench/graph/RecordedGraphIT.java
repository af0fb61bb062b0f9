package io.rapport.bench.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.Place;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedGraphIT {

    private static final long MEMORY = 3_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void a_second_sync_reads_the_same_and_asks_the_tenant_for_nothing_but_a_token() throws Exception {
        try (SimulatedTenant tenant = SimulatedTenant.start(
                        TenantPlan.of(4, 12, 1, TenantSize.NOW, InstantSource.fixed(TenantSize.NOW))
                                .withThrottle(1e6));
                RecordedGraph recorded =
                        new RecordedGraph(tenant.entraUrl(), tenant.graphUrl(), folder.resolve("answers"))) {
            TenantAddress address = address(tenant, recorded);
            Figures first = sync(address, "first");
            long asked = graphRequests(tenant);
            Figures second = sync(address, "second");

            assertThat(first.value("events")).isGreaterThan(100);
            for (String figure : List.of("events", "rows", "requests", "bytes", "mailboxes", "setAside")) {
                assertThat(second.value(figure)).as(figure).isEqualTo(first.value(figure));
            }
            assertThat(graphRequests(tenant)).isEqualTo(asked).isPositive();
        }
    }

    private Figures sync(TenantAddress address, String home) throws InterruptedException {
        return SyncMeasurement.run(address.recorded(), "outlook-calendar", new Place(folder.resolve(home), MEMORY));
    }

    private static TenantAddress address(SimulatedTenant tenant, RecordedGraph recorded) throws IOException {
        AppRegistration app = tenant.app(StandardApp.OUTLOOK_CALENDAR);
        tenant.apps().grantConsent(app.clientId());
        return new TenantAddress(List.of(
                tenant.id(),
                app.clientId(),
                app.secrets().get(0),
                tenant.entraUrl().toString(),
                tenant.graphUrl().toString(),
                recorded.url().toString()));
    }

    private static long graphRequests(SimulatedTenant tenant) {
        return tenant.counters().totals().requests().entrySet().stream()
                .filter(count -> !count.getKey().contains("/token"))
                .mapToLong(count -> count.getValue())
                .sum();
    }
}
