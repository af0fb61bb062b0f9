package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures import and enrichment of a made-up company, and prints what it found as Markdown. */
@Command(
        name = "bench",
        header = "Measure import and enrichment on a made-up company.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Each measurement runs in a process of its own. The mail is made while it is imported; what lies on disk is"
                    + " the lake, about 0.1 GB per million copies.",
            "A quiet machine gives the best figures; ratios to the scan floor hold on a busy one too."
        },
        footer = {"", "Examples:", "  rapport bench", "  rapport bench --size 1M,10M --write", "  rapport bench engines"
        })
final class BenchCommand implements Callable<Integer> {

    /** Of {@link ResultsFile}. */
    static final String SECTION = "measured";

    private static final int USUAL_MEMORY = 3_000;
    private static final int SMALL_MEMORY = 1_000;

    @Option(
            names = "--size",
            paramLabel = "EMAILS",
            split = ",",
            defaultValue = "1M",
            converter = Size.Converter.class,
            description = "How many emails, for example 1M, or 1M,10M to see growth. Default: 1M.")
    private List<Size> sizes = List.of();

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            List<Run> runs = new ArrayList<>();
            for (Size size : sizes) {
                runs.add(measure(size, new MeasuringProcess(work.path())));
                work.empty();
            }
            String report = new Report(runs).markdown();
            bench.report(SECTION, report);
            return 0;
        }
    }

    private Run measure(Size size, MeasuringProcess process) {
        bench.say("Importing " + size);
        Figures imported = process.run(Measurement.IMPORT, size.emails(), USUAL_MEMORY);
        bench.say("Scanning " + size);
        Figures before = process.run(Measurement.FLOOR, size.emails(), USUAL_MEMORY);
        bench.say("Enriching " + size);
        Figures usual = process.run(Measurement.ENRICH, size.emails(), USUAL_MEMORY);
        bench.say("Enriching " + size + " with 1 GB");
        Figures small = process.run(Measurement.ENRICH, size.emails(), SMALL_MEMORY);
        bench.say("Scanning " + size + " again");
        Figures after = process.run(Measurement.FLOOR, size.emails(), USUAL_MEMORY);
        return new Run(size, imported, before, usual, small, after);
    }
}
