package io.rapport.bench;

import io.rapport.bench.measure.EnrichMeasurement;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.TableComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the same enrichment on both engines, and compares their tables. */
@Command(
        name = "engines",
        header = "Measure the same enrichment on DuckDB and on Apache Spark, and compare their tables.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ends with 1 where the tables differ.",
        footer = {"", "Examples:", "  rapport bench engines", "  rapport bench engines --size 1M,10M --write"})
final class EnginesCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}. */
    static final String SECTION = "engines";

    @Option(
            names = "--size",
            paramLabel = "EMAILS",
            split = ",",
            defaultValue = "1M",
            converter = Size.Converter.class,
            description = "How many emails, for example 1M, or 1M,10M. Default: 1M.")
    private List<Size> sizes = List.of();

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "3000",
            description = "Megabytes for a run, all its processes together. Default: 3000.")
    private int memory;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            List<EnginesRun> runs = new ArrayList<>();
            for (Size size : sizes) {
                runs.add(measure(size, new MeasuringProcess(work.path()), work.path()));
                work.empty();
            }
            String report = new EnginesReport(runs, memory).markdown();
            bench.report(SECTION, report);
            return runs.stream().allMatch(run -> run.differences().isEmpty()) ? 0 : 1;
        }
    }

    private EnginesRun measure(Size size, MeasuringProcess process, Path work) {
        bench.say("Importing " + size);
        process.run(Measurement.IMPORT, size.emails(), memory);
        bench.say("Enriching " + size + " on DuckDB");
        Figures duckDb = process.run(Measurement.ENRICH, size.emails(), memory);
        Path embedded = process.work().resolve(EnrichMeasurement.TABLES);
        bench.say("Enriching " + size + " on Spark");
        Figures spark = process.run(Measurement.ENRICH_ON_SPARK, size.emails(), memory);
        Path distributed = process.work().resolve(EnrichMeasurement.TABLES);
        return new EnginesRun(
                size, duckDb, spark, TableComparison.differences(embedded, distributed, work.resolve("spill")));
    }
}
