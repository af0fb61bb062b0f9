package io.rapport.bench;

import io.rapport.bench.customers.CustomerTables;
import io.rapport.bench.customers.SegmentReading;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast segments are counted and listed, and prints what it found as Markdown. */
@Command(
        name = "segments",
        header = "Measure how fast segments are counted and listed.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the tables of a run with 60 periods for each account, indexes them, and reads segments as the pages do.",
            "What the server adds is not in it."
        },
        footer = {"", "Examples:", "  rapport bench segments", "  rapport bench segments --accounts 100000 --write"})
final class SegmentsCommand implements Callable<Integer> {

    private static final String SECTION = "segments";
    private static final long MAKING_MEMORY = 2L << 30;
    /** What the server gives its reader. */
    private static final long READING_MEMORY = 128L << 20;

    private static final int THREADS = 2;

    @Option(names = "--accounts", paramLabel = "N", description = "How many customers. Default: 1000000.")
    private int accounts = 1_000_000;

    @Option(names = "--times", paramLabel = "N", description = "How often each is read. Default: 100.")
    private int times = 100;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            Path spill = work.path().resolve("tmp");
            bench.say("Making the tables of " + accounts + " customers");
            Path folder = Files.createDirectories(work.path().resolve("run"));
            RunTables tables =
                    CustomerTables.write(accounts, folder, false, new DuckDbSettings(MAKING_MEMORY, THREADS, spill));
            bench.say("Reading");
            try (AccountReader reader = new AccountReader(new DuckDbSettings(READING_MEMORY, THREADS, spill), false)) {
                String setting = String.format(
                        Locale.ROOT,
                        "Measured with %d processors, Java %d: %,d customers, each reading %d times, one after the other."
                                + " The index takes %.1f MB.%n%n",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        accounts,
                        times,
                        Files.size(tables.index()) / 1e6);
                bench.report(SECTION, setting + CustomersCommand.table(new SegmentReading(reader, tables).run(times)));
            }
        }
        return 0;
    }
}
