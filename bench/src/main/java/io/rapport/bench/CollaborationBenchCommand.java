package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the report on collaboration beside an enrichment of the same company, and prints both as Markdown. */
@Command(
        name = "collaboration",
        header = "Measure the report on collaboration, as a ratio to an enrichment.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Both read the same lake, each in a process of its own: an enrichment, the report, an enrichment.",
        footer = {"", "Examples:", "  rapport bench collaboration", "  rapport bench collaboration --size 10M --write"})
final class CollaborationBenchCommand implements Callable<Integer> {

    private static final String SECTION = "collaboration";
    private static final int MEMORY = 3_000;
    /** Stages that take less are not told. */
    private static final double LEAST_SHARE = 0.05;

    @Option(
            names = "--size",
            paramLabel = "EMAILS",
            defaultValue = "1M",
            converter = Size.Converter.class,
            description = "How many emails. Default: 1M.")
    private Size size = new Size(1_000_000);

    @Option(names = "--people", paramLabel = "N", defaultValue = "10000", description = "Employees. Default: 10000.")
    private int people;

    @Mixin
    private Workbench bench = new Workbench();

    @Override
    public Integer call() throws IOException {
        try (WorkFolder work = bench.open()) {
            MeasuringProcess process = new MeasuringProcess(work.path(), people);
            bench.say("Importing " + size);
            var unused = process.run(Measurement.IMPORT, size.emails(), MEMORY);
            bench.say("Enriching");
            Figures before = process.run(Measurement.ENRICH, size.emails(), MEMORY);
            bench.say("Reporting");
            Figures report = process.run(Measurement.COLLABORATE, size.emails(), MEMORY);
            bench.say("Enriching again");
            Figures after = process.run(Measurement.ENRICH, size.emails(), MEMORY);
            bench.report(SECTION, markdown(before, report, after));
        }
        return 0;
    }

    private String markdown(Figures before, Figures report, Figures after) {
        Effort counted = report.effort("enrich");
        double enrichment = (before.effort("enrich").processorSeconds()
                        + after.effort("enrich").processorSeconds())
                / 2;
        List<String> lines = new ArrayList<>(List.of(
                Report.machine(),
                "",
                "| " + size + " emails, " + whole(report.value("people")) + " people in "
                        + whole(report.value("groups")) + " groups over " + whole(report.value("weeks"))
                        + " weeks | enrichment | report | ratio |",
                "|---|--:|--:|--:|",
                "| processor seconds | " + tenths(before.effort("enrich").processorSeconds()) + " / "
                        + tenths(after.effort("enrich").processorSeconds()) + " | " + tenths(counted.processorSeconds())
                        + " | **" + String.format(Locale.ROOT, "%.2f", counted.processorSeconds() / enrichment)
                        + "** |",
                "| seconds by the clock | " + tenths(before.effort("enrich").seconds()) + " / "
                        + tenths(after.effort("enrich").seconds()) + " | " + tenths(counted.seconds()) + " | |",
                "| peak memory, GB | " + gigabytes(before) + " / " + gigabytes(after) + " | " + gigabytes(report)
                        + " | |"));
        report.efforts("model.").entrySet().stream()
                .filter(stage -> stage.getValue().processorSeconds() >= LEAST_SHARE * counted.processorSeconds())
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Effort> stage) -> -stage.getValue().processorSeconds()))
                .forEach(stage -> lines.add("| " + stage.getKey() + ", processor seconds | | "
                        + tenths(stage.getValue().processorSeconds()) + " | |"));
        return String.join("\n", lines);
    }

    private static String tenths(double number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String gigabytes(Figures figures) {
        return String.format(Locale.ROOT, "%.2f", figures.value("peakBytes") / 1e9);
    }
}
