package io.rapport.bench.graph;

import io.rapport.connect.graph.SteadyTime;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A tenant without limits, in the process that {@link BenchProcess} started for it; ends with its input. */
@Command(name = "synced-tenant", hidden = true)
public final class SyncedTenantCommand implements Callable<Integer> {

    private static final long SEED = 7;
    /** Far beyond what a machine can ask for. */
    private static final double NO_LIMIT = 1e6;

    @Option(names = "--people", required = true)
    private int people;

    @Option(names = "--emails", required = true)
    private long emails;

    @Option(names = "--accounts", required = true)
    private int accounts;

    @Option(names = "--connector", required = true)
    private String connector = "";

    /** Where answers are kept. */
    @Option(names = "--recording", required = true)
    private Path recording = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SteadyTime machine = new SteadyTime(() -> TenantSize.NOW);
        CompanyPlan company = new CompanyPlan(SEED, people, accounts, TenantSize.firstMonth(), emails);
        TenantPlan plan = TenantPlan.of(SEED, people, 12, TenantSize.NOW, machine)
                .with(company)
                .withThrottle(NO_LIMIT);
        try (SimulatedTenant tenant = SimulatedTenant.start(plan);
                RecordedGraph recorded = new RecordedGraph(tenant.entraUrl(), tenant.graphUrl(), recording)) {
            AppRegistration app = tenant.app(
                    StandardApp.valueOf(connector.toUpperCase(Locale.ROOT).replace('-', '_')));
            tenant.apps().grantConsent(app.clientId());
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.join(
                    " ",
                    List.of(
                            tenant.id(),
                            app.clientId(),
                            app.secrets().get(0),
                            tenant.entraUrl().toString(),
                            tenant.graphUrl().toString(),
                            recorded.url().toString())));
            out.flush();
            while (System.in.read() >= 0) {
                // Until whoever started it ends.
            }
        }
        return 0;
    }
}
