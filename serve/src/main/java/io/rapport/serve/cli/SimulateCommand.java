package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves a made-up company as a Microsoft 365 tenant on loopback. */
@Command(
        name = "simulate",
        header = "Serve a made-up company as a Microsoft 365 tenant on this machine.",
        sortOptions = false,
        description = {
            "Entra listens on the port, Graph on the next, and an interface to turn clock and faults on the one",
            "after that; on 127.0.0.1 alone. The same seed is the same company. It runs until Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  rapport simulate",
            "  rapport simulate --people 2500 --months 12 --time 2026-03-02"
        })
final class SimulateCommand implements Task {

    @Option(names = "--seed", paramLabel = "N", description = "Which company. Default: 1.")
    private long seed = 1;

    @Option(names = "--people", paramLabel = "N", description = "Employees, 4 to 50000. Default: 50.")
    private int people = 50;

    @Option(names = "--accounts", paramLabel = "N", description = "Customers. Default: half as many as people.")
    private @Nullable Integer accounts;

    @Option(names = "--months", paramLabel = "N", description = "Months of mail before the present. Default: 13.")
    private int months = 13;

    @Option(names = "--port", paramLabel = "PORT", description = "The first of three ports. Default: 8365.")
    private int port = 8365;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "What its clock shows first: 2026-03-02 or 2026-03-02T09:00:00Z. Default: the present.")
    private @Nullable String time;

    @Option(
            names = "--throttle",
            paramLabel = "FACTOR",
            description = "Of Microsoft's documented limits, for example 0.01 or 100. Default: 1.")
    private double throttle = 1;

    @Override
    public void run(Session session) {
        try (SimulatedTenant tenant = SimulatedTenant.start(plan(session))) {
            session.interruption().onStop(tenant::close);
            SimulationView.show(tenant, session.console());
            session.console().out().flush();
            new CountDownLatch(1).await();
        } catch (UncheckedIOException taken) {
            throw new RapportException(
                    CliError.PORT_TAKEN,
                    "The ports " + port + " to " + (port + 2)
                            + " of 127.0.0.1 can't be opened: something else listens there. Choose others with --port.",
                    taken);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            session.console().note("The tenant is gone.");
        }
    }

    private TenantPlan plan(Session session) {
        Instant now = session.instants().instant();
        Instant start = time == null ? now : parsed(time);
        try {
            if (months < 0 || months > 120) {
                throw new IllegalArgumentException("months are " + months + "; they are 0 to 120.");
            }
            TenantPlan plan = TenantPlan.of(seed, people, months, start, session.instants())
                    .withPort(port)
                    .withThrottle(throttle);
            return accounts == null ? plan : plan.withAccounts(accounts);
        } catch (IllegalArgumentException wrong) {
            throw new RapportException(CliError.WRONG_ARGUMENT, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Instant parsed(String text) {
        try {
            return text.length() == "2026-03-02".length()
                    ? LocalDate.parse(text).atTime(9, 0).toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeException noTime) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    "--time is \"" + text
                            + "\"; it is a day such as 2026-03-02 or a moment such as 2026-03-02T09:00:00Z.",
                    noTime);
        }
    }
}
