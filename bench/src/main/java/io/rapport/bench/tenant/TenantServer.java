package io.rapport.bench.tenant;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.time.InstantSource;

/** A tenant in a process of its own: says where it listens, serves until it is told to end, and says what that took. */
public final class TenantServer {

    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");
    private static final long SEED = 1;

    /** What is measured is the serving: its limits are far away. */
    private static final double WITHOUT_LIMITS = 1_000_000;

    private TenantServer() {}

    /**
     * @param end serves until this ends or a line comes from it
     * @param says gets one line: a {@link TenantAddress}
     */
    public static Figures serve(int people, int months, InputStream end, PrintWriter says) throws IOException {
        Figures figures = new Figures();
        TenantPlan plan = TenantPlan.of(SEED, people, months, TIME, InstantSource.fixed(TIME))
                .withThrottle(WITHOUT_LIMITS);
        try (SimulatedTenant tenant = SimulatedTenant.start(plan)) {
            AppRegistration app = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);
            tenant.apps().grantConsent(app.clientId());
            says.println(new TenantAddress(
                            tenant.entraUrl(),
                            tenant.graphUrl(),
                            tenant.id(),
                            app.clientId(),
                            app.secrets().get(0))
                    .line());
            says.flush();
            Effort before = Effort.start();
            end.read();
            figures.put("serving", before.sofar())
                    .put("requests", tenant.counters().totals().all())
                    .put("broken", tenant.counters().totals().unexpected())
                    .put("heapPeakBytes", heapPeak())
                    .put("heapKeptBytes", heapKept());
            PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        }
        return figures;
    }

    /** At most: the parts of the heap need not have been at their fullest at one time. */
    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    /** What is still there after a collection. */
    private static long heapKept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
