package io.rapport.bench;

import io.rapport.bench.customers.CustomerReading;
import io.rapport.bench.customers.CustomerTables;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the pages of customers read a run's tables, and prints what it found as Markdown. */
@Command(
        name = "customers",
        header = "Measure how fast customers are listed, searched, sorted and shown.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the tables of a run with 60 periods for each account, indexes them, and reads them as the pages do:",
            "the counts above the list and the list, or everything on a card. What the server adds is not in it."
        },
        footer = {"", "Examples:", "  rapport bench customers", "  rapport bench customers --accounts 10000 --write"})
final class CustomersCommand implements Callable<Integer> {

    private static final String SECTION = "customers";
    private static final long MAKING_MEMORY = 1L << 30;
    /** What the server gives its reader. */
    private static final long READING_MEMORY = 128L << 20;

    private static final int THREADS = 2;

    @Option(names = "--accounts", paramLabel = "N", description = "How many customers. Default: 100000.")
    private int accounts = 100_000;

    @Option(names = "--times", paramLabel = "N", description = "How often each page is read. Default: 100.")
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
                    CustomerTables.write(accounts, folder, true, new DuckDbSettings(MAKING_MEMORY, THREADS, spill));
            bench.say("Reading");
            try (AccountReader reader = new AccountReader(new DuckDbSettings(READING_MEMORY, THREADS, spill), false)) {
                bench.report(SECTION, markdown(tables, new CustomerReading(reader, tables, accounts).run(times)));
            }
        }
        return 0;
    }

    private String markdown(RunTables tables, Map<String, List<Double>> taken) throws IOException {
        return String.format(
                        Locale.ROOT,
                        "Measured with %d processors, Java %d: %,d customers, %,d rows of the table, each page %d times, one"
                                + " after the other. The index takes %.1f MB.%n%n",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        accounts,
                        accounts * 60L,
                        times,
                        Files.size(tables.index()) / 1e6)
                + table(taken);
    }

    /** @param taken milliseconds in ascending order, by what took them */
    static String table(Map<String, List<Double>> taken) {
        return "| milliseconds | median | p99 | most |\n|---|--:|--:|--:|\n"
                + taken.entrySet().stream()
                        .map(page -> String.format(
                                Locale.ROOT,
                                "| %s | %.0f | **%.0f** | %.0f |",
                                page.getKey(),
                                at(page.getValue(), 0.5),
                                at(page.getValue(), 0.99),
                                at(page.getValue(), 1)))
                        .collect(Collectors.joining("\n"));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
