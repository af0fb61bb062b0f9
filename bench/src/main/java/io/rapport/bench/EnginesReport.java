package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Both engines beside each other as Markdown tables, a column for each size. */
final class EnginesReport {

    private static final double GIGABYTE = 1e9;
    private static final int STAGES = 12;

    private final List<EnginesRun> runs;
    private final int memory;

    /** @param memory that a run was given, in megabytes */
    EnginesReport(List<EnginesRun> runs, int memory) {
        this.runs = List.copyOf(runs);
        this.memory = memory;
    }

    String markdown() {
        return String.join("\n\n", machine(), engines(), stages());
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "Measured with %d processors, Java %d, %s %s, `--memory %dMB`.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                memory);
    }

    private String engines() {
        List<String> lines = header("the same enrichment on both engines");
        lines.add(line(
                "emails / copies",
                run -> whole(run.spark().value("emails")) + " / "
                        + whole(run.spark().value("copies"))));
        lines.add(line("rows of the four tables", run -> whole(run.spark().value("rows"))));
        lines.add(line(
                "are they the same?",
                run -> run.differences().isEmpty() ? "to the last digit" : String.join(" ", run.differences())));
        lines.add(line(
                "processor seconds, DuckDB",
                run -> tenths(run.duckDb().effort("enrich").processorSeconds())));
        lines.add(line(
                "processor seconds, Spark",
                run -> tenths(run.spark().effort("enrich").processorSeconds())));
        lines.add(line("**times DuckDB's**", run -> "**" + tenths(run.ratio()) + "**"));
        lines.add(line(
                "seconds by the clock, DuckDB / Spark",
                run -> tenths(run.duckDb().effort("enrich").seconds()) + " / "
                        + tenths(run.spark().effort("enrich").seconds())));
        lines.add(line(
                "of which until Spark's session, prelude and views are there",
                run -> tenths(run.spark().effort("opening").seconds())));
        lines.add(line(
                "peak memory, DuckDB / Spark with the process that waits for it, GB",
                run -> memory(run.duckDb()) + " / " + memory(run.spark())));
        return String.join("\n", lines);
    }

    private String stages() {
        List<String> lines = header("stage, processor seconds on DuckDB / Spark");
        Map<String, Effort> last = efforts(runs.get(runs.size() - 1).spark());
        last.entrySet().stream()
                .sorted(Comparator.comparing(stage -> -stage.getValue().processorSeconds()))
                .limit(STAGES)
                .map(Map.Entry::getKey)
                .forEach(stage -> lines.add(
                        line(stage, run -> seconds(run.duckDb(), stage) + " / " + seconds(run.spark(), stage))));
        return String.join("\n", lines);
    }

    private static Map<String, Effort> efforts(Figures figures) {
        Map<String, Effort> stages = figures.efforts("model.");
        stages.putAll(figures.efforts("table."));
        return stages;
    }

    private static String seconds(Figures figures, String stage) {
        return tenths(efforts(figures).getOrDefault(stage, new Effort(0, 0)).processorSeconds());
    }

    private static String memory(Figures figures) {
        double children = figures.has("childrenPeakBytes") ? figures.value("childrenPeakBytes") : 0;
        return figures.has("peakBytes")
                ? String.format(Locale.ROOT, "%.2f", (figures.value("peakBytes") + children) / GIGABYTE)
                : "not known here";
    }

    private List<String> header(String title) {
        String sizes = runs.stream().map(run -> " | " + run.size()).collect(Collectors.joining());
        return new ArrayList<>(List.of("| " + title + sizes + " |", "|---|" + "--:|".repeat(runs.size())));
    }

    private String line(String name, Function<EnginesRun, String> value) {
        return runs.stream().map(value).collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
