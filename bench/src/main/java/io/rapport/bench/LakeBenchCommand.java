package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how quick a lake stays to read while it is synced day by day, and prints what it found as Markdown. */
@Command(
        name = "lake",
        header = "Measure how quick a lake stays to read over 400 daily syncs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lands messages of 13 months, then day by day new ones, changes and removals; reads all of it now and then, beside",
            "a fresh lake of the same rows. Once without compaction and once with one every night, each in its own process."
        },
        footer = {"", "Examples:", "  rapport bench lake --messages 50000 --days 100", "  rapport bench lake --write"})
final class LakeBenchCommand implements Callable<Integer> {

    private static final String SECTION = "lake";
    private static final int MEMORY = 1_000;
    private static final int LOOKS = 5;

    @Option(names = "--messages", paramLabel = "N", description = "How many there are at first. Default: 100000.")
    private int messages = 100_000;

    @Option(names = "--days", paramLabel = "N", description = "How many daily syncs. Default: 400.")
    private int days = 400;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        List<Integer> looks = IntStream.rangeClosed(0, LOOKS)
                .map(look -> Math.max(1, days * look / LOOKS))
                .distinct()
                .boxed()
                .toList();
        try (WorkFolder work = bench.open()) {
            MeasuringProcess process = new MeasuringProcess(work.path());
            bench.say("Syncing " + days + " days without compaction");
            Figures plain = measure(process, looks, false);
            work.empty();
            bench.say("Syncing " + days + " days with compaction");
            Figures compacted = measure(process, looks, true);
            String head = String.format(
                    Locale.ROOT,
                    "Measured with %d processors, Java %d: %,d messages at first, %d MB for each process.%n%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().feature(),
                    messages,
                    MEMORY);
            bench.report(SECTION, head + new LakeReport(looks, plain, compacted).markdown());
        }
        return 0;
    }

    private Figures measure(MeasuringProcess process, List<Integer> looks, boolean isCompacting) {
        List<String> words = new ArrayList<>(List.of(
                "measure-lake",
                "--messages=" + messages,
                "--looks=" + looks.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "--memory=" + MEMORY * 1_000_000L));
        if (isCompacting) {
            words.add("--compact");
        }
        return process.run(true, MEMORY, words);
    }
}
