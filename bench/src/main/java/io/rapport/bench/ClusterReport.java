package io.rapport.bench;

import io.rapport.bench.cluster.ClusterFigures;
import io.rapport.bench.cluster.ClusterFigures.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs of the jar for {@code spark-submit} beside each other as Markdown tables, a column for each run. */
final class ClusterReport {

    private static final int STEPS = 12;
    private static final double MEGABYTE = 1e6;

    private final Size size;
    private final String master;
    private final List<ClusterFigures> runs;

    ClusterReport(Size size, String master, List<ClusterFigures> runs) {
        this.size = size;
        this.master = master;
        this.runs = List.copyOf(runs);
    }

    String markdown() {
        return String.join("\n\n", machine(), whole(), steps());
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "Measured on `%s` with %d processors, Java %d: %s emails and a tenth more copies, spread as each column says.",
                master,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                size);
    }

    private String whole() {
        ClusterFigures even = runs.get(0);
        List<String> lines = header("a tenth of the mail is spread");
        lines.add(line("copies of mail", run -> count(run.copies())));
        lines.add(line("GB of exports", run -> tenths(run.exportBytes() / 1e9)));
        lines.add(line("seconds by the clock, start and end included", run -> tenths(run.seconds())));
        lines.add(line("of which stages ran", run -> tenths(run.stageSeconds())));
        lines.add(line(
                "**times the first column's**",
                run -> "**" + String.format(Locale.ROOT, "%.2f", run.stageSeconds() / even.stageSeconds()) + "**"));
        lines.add(line("processor seconds of all tasks", run -> tenths(run.processorSeconds())));
        lines.add(line("microseconds of processor a copy", run -> tenths(1e6 * run.processorSeconds() / run.copies())));
        lines.add(line("copies a second by the clock", run -> count((long) (run.copies() / run.seconds()))));
        lines.add(line("MB shuffled", run -> tenths(run.shuffled() / MEGABYTE)));
        lines.add(line("MB spilled", run -> tenths(run.spilled() / MEGABYTE)));
        return String.join("\n", lines);
    }

    private String steps() {
        List<String> lines = header("step: processor seconds / MB shuffled / MB spilled");
        runs.get(0).steps().stream()
                .sorted(Comparator.comparingDouble(Step::processor).reversed())
                .limit(STEPS)
                .map(Step::name)
                .forEach(name -> lines.add(line(name, run -> step(run, name))));
        return String.join("\n", lines);
    }

    private static String step(ClusterFigures run, String name) {
        return run.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .map(step -> tenths(step.processor()) + " / " + tenths(step.shuffled() / MEGABYTE) + " / "
                        + tenths(step.spilled() / MEGABYTE))
                .orElse("not there");
    }

    private List<String> header(String title) {
        String columns = runs.stream().map(run -> " | " + run.skew().words()).collect(Collectors.joining());
        return new ArrayList<>(List.of("| " + title + columns + " |", "|---|" + "--:|".repeat(runs.size())));
    }

    private String line(String name, Function<ClusterFigures, String> value) {
        return runs.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
