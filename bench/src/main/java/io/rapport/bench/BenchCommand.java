package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where to work; a folder in it is made and removed. Default: the system's temporary folder.")
    private @Nullable Path folder;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "bench/RESULTS.md",
            description = "Put the tables into this file, in place of those that are there.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = WorkFolder.in(folder)) {
            List<Run> runs = new ArrayList<>();
            for (Size size : sizes) {
                runs.add(measure(size, new MeasuringProcess(work.path())));
                work.empty();
            }
            String report = new Report(runs).markdown();
            Console.print(spec, report);
            if (file != null) {
                ResultsFile.update(file, SECTION, report);
            }
            return 0;
        }
    }

    private Run measure(Size size, MeasuringProcess process) {
        Console.say(spec, "Importing " + size);
        Figures imported = process.run(Measurement.IMPORT, size.emails(), USUAL_MEMORY);
        Console.say(spec, "Scanning " + size);
        Figures before = process.run(Measurement.FLOOR, size.emails(), USUAL_MEMORY);
        Console.say(spec, "Enriching " + size);
        Figures usual = process.run(Measurement.ENRICH, size.emails(), USUAL_MEMORY);
        Console.say(spec, "Enriching " + size + " with 1 GB");
        Figures small = process.run(Measurement.ENRICH, size.emails(), SMALL_MEMORY);
        Console.say(spec, "Scanning " + size + " again");
        Figures after = process.run(Measurement.FLOOR, size.emails(), USUAL_MEMORY);
        return new Run(size, imported, before, usual, small, after);
    }
}
