package io.rapport.bench;

import io.rapport.bench.extract.ExtractMeasurement;
import io.rapport.bench.extract.SignalLake;
import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures extraction and the report on contact activity, and prints what it found as Markdown. */
@Command(
        name = "extract",
        header = "Measure how fast contact activity is extracted and reported on.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes signals of 2,000 people over 13 months, extracts them as JSON lines and as Parquet, and answers the five",
            "questions. Each in a process of its own, with a baseline in the same process; 10M signals take 12 GB of disk."
        },
        footer = {"", "Examples:", "  rapport bench extract --size 1M", "  rapport bench extract --write"})
final class ExtractBenchCommand implements Callable<Integer> {

    private static final String SECTION = "extraction";
    private static final long MAKING_MEMORY = 2L << 30;
    private static final int THREADS = 2;
    private static final int MEMORY = 900;

    @Option(
            names = "--size",
            paramLabel = "SIGNALS",
            defaultValue = "10M",
            converter = Size.Converter.class,
            description = "How many signals. Default: 10M.")
    private Size size = new Size(10_000_000);

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            Path signals = work.path().resolve("signals");
            bench.say("Making " + size + " signals");
            SignalLake.write(
                    size.emails(),
                    signals,
                    new DuckDbSettings(MAKING_MEMORY, THREADS, work.path().resolve("tmp")));
            MeasuringProcess process = new MeasuringProcess(work.path());
            List<String> lines = new ArrayList<>();
            for (ExtractMeasurement measurement : ExtractMeasurement.values()) {
                bench.say("Measuring " + measurement);
                Figures figures = process.run(
                        measurement.needsBothCompilers(),
                        MEMORY,
                        List.of(
                                "measure-extract",
                                measurement.name(),
                                "--signals=" + signals,
                                "--memory=" + MEMORY * 1_000_000L));
                lines.add(line(measurement, figures));
                new WorkFolder(process.work()).close();
            }
            bench.report(SECTION, head() + String.join("\n", lines));
        }
        return 0;
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                "Measured with %d processors, Java %d: %s signals, %d MB for each process.%n%n"
                        + "| | rows/s | seconds | processor s | baseline, processor s | ratio | peak MB |%n"
                        + "|---|--:|--:|--:|--:|--:|--:|%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                size,
                MEMORY);
    }

    private static String line(ExtractMeasurement measurement, Figures figures) {
        Effort measured = figures.effort("measured");
        Effort baseline = figures.effort("baseline");
        return String.format(
                Locale.ROOT,
                "| %s | **%,.0f** | %.1f | %.1f | %.1f | **%.2f** | %.0f |",
                measurement.name().toLowerCase(Locale.ROOT),
                figures.value("rows") / measured.seconds(),
                measured.seconds(),
                measured.processorSeconds(),
                baseline.processorSeconds(),
                measured.processorSeconds() / baseline.processorSeconds(),
                figures.has("peakBytes") ? figures.value("peakBytes") / 1e6 : Double.NaN);
    }
}
