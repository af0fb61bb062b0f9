package io.rapport.bench;

import io.rapport.bench.graph.BenchProcess;
import io.rapport.bench.graph.SyncReport;
import io.rapport.bench.graph.SyncRun;
import io.rapport.bench.graph.TenantAddress;
import io.rapport.bench.graph.TenantSize;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.JavaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a first sync of made-up tenants over HTTP, and prints what it found as Markdown. */
@Command(
        name = "sync",
        header = "Measure a first sync of a made-up tenant over HTTP.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The tenant and the sync run in a process each, on this machine's processors; the tenant has no limits. A",
            "sync before the one that is measured has its answers recorded, so that they need not be made up again."
        },
        footer = {
            "",
            "Examples:",
            "  rapport bench sync",
            "  rapport bench sync --people 100,2000 --write",
            "  rapport bench sync --connector outlook-calendar",
            "  rapport bench sync --people 500 --accounts 100000 --emails 1     contacts above all"
        })
final class SyncBenchCommand implements Callable<Integer> {

    private static final String SECTION = "measured over Graph";
    private static final String CALENDAR = "outlook-calendar";
    private static final int PEOPLE_PER_ACCOUNT = 2;

    @Option(
            names = "--people",
            paramLabel = "PEOPLE",
            split = ",",
            defaultValue = "100,2000",
            description = "How many work there, for example 100, or 100,2000 to compare. Default: 100,2000.")
    private List<Integer> people = List.of();

    @Option(
            names = "--emails",
            paramLabel = "EMAILS",
            defaultValue = "1000000",
            description = "How many emails a year, whatever the number of people. Default: 1000000.")
    private long emails;

    @Option(
            names = "--accounts",
            paramLabel = "ACCOUNTS",
            description = "How many customers, of whom each employee knows some. Default: half as many as people.")
    private @Nullable Integer accounts;

    @Option(
            names = "--connector",
            paramLabel = "CONNECTOR",
            defaultValue = "outlook-mail-metadata",
            description = "outlook-mail-metadata or outlook-calendar. Default: outlook-mail-metadata.")
    private String connector = "";

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (WorkFolder work = bench.open()) {
            List<SyncRun> runs = new ArrayList<>();
            for (int each : people) {
                runs.add(measure(
                        new TenantSize(
                                each, emails, accounts == null ? Math.max(1, each / PEOPLE_PER_ACCOUNT) : accounts),
                        Files.createDirectory(work.path().resolve("of-" + each))));
            }
            String report = new SyncReport(runs).markdown();
            String section = connector.equals(CALENDAR)
                    ? SECTION + ": calendars"
                    : accounts == null ? SECTION : SECTION + ": contacts";
            bench.report(section, report);
            return 0;
        }
    }

    private SyncRun measure(TenantSize size, Path work) throws IOException, InterruptedException {
        bench.say("Founding a tenant of " + size);
        try (BenchProcess tenant = BenchProcess.start(
                options("-Xmx1g"),
                List.of(
                        "synced-tenant",
                        "--people=" + size.people(),
                        "--emails=" + size.emails(),
                        "--accounts=" + size.accounts(),
                        "--recording=" + work.resolve("answers"),
                        "--connector=" + connector))) {
            TenantAddress address = new TenantAddress(tenant.firstLine());
            bench.say("Syncing it, for its answers to be recorded");
            sync(work.resolve("first"), address.recorded());
            bench.say("Syncing it");
            double before = tenant.processorSeconds();
            Figures sync = sync(work.resolve("second"), address.recorded());
            double after = tenant.processorSeconds();
            Figures parsing = new Figures();
            if (!connector.equals(CALENDAR)) {
                bench.say("Parsing its pages");
                parsing = run(work.resolve("parsing"), List.of(), address);
            }
            return new SyncRun(size, sync, after - before, parsing);
        }
    }

    private Figures sync(Path folder, TenantAddress address) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        return run(
                folder.resolve("figures"),
                List.of("--home=" + folder.resolve("home"), "--connector=" + connector),
                address);
    }

    /** With the launcher's options. */
    private static Figures run(Path figures, List<String> options, TenantAddress address)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("measure-sync", "--figures=" + figures));
        words.addAll(options);
        words.addAll(address.words());
        try (BenchProcess process = BenchProcess.start(options("-Xmx512m"), words)) {
            process.await();
        }
        return Figures.read(figures);
    }

    private static List<String> options(String heap) {
        List<String> options = new ArrayList<>(List.of(heap));
        options.addAll(JavaOptions.COLLECTOR);
        options.addAll(JavaOptions.REQUESTS);
        return options;
    }
}
