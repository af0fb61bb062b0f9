package io.rapport.bench;

import io.rapport.bench.cluster.ClusterFigures;
import io.rapport.bench.cluster.ClusterFigures.Step;
import io.rapport.bench.cluster.Platform;
import io.rapport.bench.cluster.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs of the jar for {@code spark-submit} beside each other as Markdown tables, a column for each run. */
final class ClusterReport {

    private static final int STEPS = 15;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    private final Size size;
    private final int heap;
    private final List<ClusterFigures> runs;

    /**
     * @param heap of all that tasks ran in, in megabytes
     * @param runs at least one
     */
    ClusterReport(Size size, int heap, List<ClusterFigures> runs) {
        this.size = size;
        this.heap = heap;
        this.runs = runs.stream()
                .sorted(Comparator.comparing(ClusterFigures::platform).thenComparing(ClusterFigures::spread))
                .toList();
    }

    String markdown() {
        return String.join("\n\n", machine(), whole(), steps());
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "Measured with %d processors, Java %d, %s %s, %,d MB of heap for tasks.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                heap);
    }

    private String whole() {
        List<String> lines = header(size + " emails");
        lines.add(line("copies of mail", run -> count(run.copies())));
        lines.add(line("GB of exports", run -> tenths(run.exportBytes() / GIGABYTE)));
        lines.add(line(
                "seconds by the clock, Spark's start included",
                run -> tenths(run.watched().seconds())));
        lines.add(line("**times the even run's**", this::times));
        lines.add(line(
                "copies a second by the clock",
                run -> count(Math.round(run.copies() / run.watched().seconds()))));
        lines.add(line(
                "processor seconds of all processes",
                run -> tenths(run.watched().processorSeconds())));
        lines.add(line("of which tasks", run -> tenths(run.taskSeconds())));
        lines.add(line(
                "microseconds of processor a copy",
                run -> tenths(1e6 * run.watched().processorSeconds() / run.copies())));
        lines.add(line(
                "peak memory of all processes, GB",
                run -> run.watched().peakBytes() == 0
                        ? "not known here"
                        : hundredths(run.watched().peakBytes() / GIGABYTE)));
        lines.add(line("MB shuffled", run -> tenths(run.shuffled() / MEGABYTE)));
        lines.add(line("MB spilled", run -> tenths(run.spilled() / MEGABYTE)));
        lines.add(line(
                "most on disk, shuffled and built, MB",
                run -> tenths(run.watched().diskBytes() / MEGABYTE)));
        return String.join("\n", lines);
    }

    private String times(ClusterFigures run) {
        return find(run.platform(), Spread.EVEN)
                .filter(even -> run.spread() != Spread.EVEN)
                .map(even -> "**"
                        + hundredths(run.watched().seconds() / even.watched().seconds()) + "**")
                .orElse("1");
    }

    private Optional<ClusterFigures> find(Platform platform, Spread spread) {
        return runs.stream()
                .filter(run -> run.platform() == platform && run.spread() == spread)
                .findFirst();
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
                .orElse("–");
    }

    private List<String> header(String title) {
        String columns = runs.stream()
                .map(run -> " | " + run.platform().words() + ", " + run.spread().words())
                .collect(Collectors.joining());
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

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }
}
