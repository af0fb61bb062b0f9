package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.tenant.MailReading;
import io.rapport.bench.tenant.TenantProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a simulated tenant serves mail, and prints what it found as Markdown. */
@Command(
        name = "tenant",
        header = "Measure how fast a simulated tenant serves mail.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The tenant runs in a process of its own with 512 MB of heap; this process reads every mailbox as a connector",
            "does, and throws away what it reads."
        },
        footer = {"", "Examples:", "  rapport bench tenant", "  rapport bench tenant --people 500 --write"})
final class TenantCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}. */
    static final String SECTION = "tenant";

    @Option(names = "--people", paramLabel = "N", description = "Employees. Default: 2500.")
    private int people = 2_500;

    @Option(names = "--months", paramLabel = "N", description = "Months of mail. Default: 12.")
    private int months = 12;

    @Option(names = "--connections", paramLabel = "N", description = "Mailboxes read at a time. Default: 4.")
    private int connections = 4;

    @Option(names = "--mailboxes", paramLabel = "N", description = "How many are read at most. Default: all.")
    private int mailboxes = Integer.MAX_VALUE;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            Path figures = work.path().resolve("figures");
            try (TenantProcess tenant = TenantProcess.start(command(figures), figures)) {
                Effort before = Effort.start();
                MailReading.Read read = MailReading.run(tenant.address(), connections, mailboxes);
                Effort reading = before.sofar();
                Figures served = tenant.stop();
                bench.report(
                        SECTION,
                        new TenantReport(people, months, tenant.startSeconds(), read, reading, served).markdown());
            }
            return 0;
        }
    }

    /** With the options that the launcher gives {@code simulate}. */
    private List<String> command(Path figures) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve-tenant",
                "--people=" + people,
                "--months=" + months,
                "--figures=" + figures);
    }
}
