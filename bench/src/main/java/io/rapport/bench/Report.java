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
import java.util.stream.Stream;

/** The figures as Markdown tables, a column for each size. */
final class Report {

    private static final String MESSAGES = "Message_v1";
    private static final double MICROS = 1e6;
    private static final double GIGABYTE = 1e9;
    /** Stages that take less are summed up. */
    private static final double LEAST_SHARE = 0.02;

    private final List<Run> runs;

    Report(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    String markdown() {
        return String.join("\n\n", machine(), imports(), enrichments(), stages());
    }

    /** What it was measured on. */
    static String machine() {
        return "Measured with " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ".";
    }

    private String imports() {
        List<String> lines = header("import of messages");
        lines.add(line("rows", run -> whole(rows(run))));
        lines.add(line("bytes of JSON per row", run -> whole(run.imported().value(MESSAGES + ".bytes") / rows(run))));
        lines.add(line(
                "processor time per row, µs", run -> tenths(messages(run).processorSeconds() / rows(run) * MICROS)));
        lines.add(line(
                "rows/s by the clock, making them included",
                run -> whole(rows(run) / messages(run).seconds())));
        lines.add(line(
                "of the clock, making the rows took",
                run -> percent(run.imported().effort(MESSAGES + ".writing").seconds()
                        / messages(run).seconds())));
        lines.add(line("peak memory, GB", run -> memory(run.imported())));
        return String.join("\n", lines);
    }

    private String enrichments() {
        List<String> lines = header("enrichment");
        lines.add(line(
                "emails / copies",
                run -> whole(run.usual().value("emails")) + " / "
                        + whole(run.usual().value("copies"))));
        lines.add(line(
                "emails that count / rows written",
                run -> whole(run.usual().value("emailsCounted")) + " / "
                        + whole(run.usual().value("rows"))));
        lines.add(line("scan floor, processor seconds", run -> tenths(run.floor())));
        lines.add(line(
                "of which before / after",
                run -> tenths(run.before().effort("floor").processorSeconds()) + " / "
                        + tenths(run.after().effort("floor").processorSeconds())));
        for (boolean isSmall : new boolean[] {false, true}) {
            String at = isSmall ? " with 1 GB" : "";
            Function<Run, Figures> figures = isSmall ? Run::small : Run::usual;
            lines.add(line(
                    "processor seconds" + at, run -> tenths(whole(figures, run).processorSeconds())));
            lines.add(line(
                    "**times the floor" + at + "**", run -> "**" + tenths(run.ratio(whole(figures, run))) + "**"));
            lines.add(line(
                    "seconds by the clock" + at,
                    run -> tenths(whole(figures, run).seconds())));
            lines.add(line("peak memory" + at + ", GB", run -> memory(figures.apply(run))));
        }
        return String.join("\n", lines);
    }

    private String stages() {
        List<String> lines = header("stage, in times the floor");
        Map<String, Effort> last = efforts(runs.get(runs.size() - 1));
        double all =
                last.values().stream().mapToDouble(Effort::processorSeconds).sum();
        List<String> large = last.entrySet().stream()
                .filter(stage -> stage.getValue().processorSeconds() >= LEAST_SHARE * all)
                .sorted(Comparator.comparing(stage -> -stage.getValue().processorSeconds()))
                .map(Map.Entry::getKey)
                .toList();
        for (String stage : large) {
            lines.add(line(stage, run -> hundredths(run.ratio(efforts(run).getOrDefault(stage, new Effort(0, 0))))));
        }
        lines.add(line("all others", run -> hundredths(run.ratio(others(run, large)))));
        return String.join("\n", lines);
    }

    private static Map<String, Effort> efforts(Run run) {
        Map<String, Effort> stages = run.usual().efforts("model.");
        stages.putAll(run.usual().efforts("table."));
        return stages;
    }

    /** Reading the customers' files and starting the engine are among them. */
    private static Effort others(Run run, List<String> large) {
        Effort rest = run.usual().effort("enrich");
        for (Map.Entry<String, Effort> stage : efforts(run).entrySet()) {
            if (large.contains(stage.getKey())) {
                rest = rest.minus(stage.getValue());
            }
        }
        return rest;
    }

    private List<String> header(String title) {
        String sizes = runs.stream().map(run -> " | " + run.size()).collect(Collectors.joining());
        return new ArrayList<>(List.of(
                "| " + title + sizes + (isGrowthKnown() ? " | growth |" : " |"),
                "|---|" + "--:|".repeat(isGrowthKnown() ? runs.size() + 1 : runs.size())));
    }

    /** With several sizes a last column says by how much the figure grew from the first to the last. */
    private String line(String name, Function<Run, String> value) {
        List<String> cells = new ArrayList<>(runs.stream().map(value).toList());
        if (isGrowthKnown()) {
            cells.add(growth(cells.get(0), cells.get(cells.size() - 1)));
        }
        return "| " + name + " | " + String.join(" | ", cells) + " |";
    }

    private boolean isGrowthKnown() {
        return runs.size() > 1;
    }

    /** Empty where the cells are no plain numbers. */
    private static String growth(String first, String last) {
        List<Double> values = Stream.of(first, last)
                .map(text -> text.replaceAll("[*,]", ""))
                .filter(text -> text.matches("\\d+(\\.\\d+)?"))
                .map(Double::parseDouble)
                .toList();
        return values.size() == 2 && values.get(0) > 0 ? "× " + tenths(values.get(1) / values.get(0)) : "";
    }

    private static double rows(Run run) {
        return run.imported().value(MESSAGES + ".rows");
    }

    private static Effort messages(Run run) {
        return run.imported().effort(MESSAGES);
    }

    private static Effort whole(Function<Run, Figures> figures, Run run) {
        return figures.apply(run).effort("enrich");
    }

    private static String memory(Figures figures) {
        return figures.has("peakBytes") ? hundredths(figures.value("peakBytes") / GIGABYTE) : "not known here";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.0f %%", value * 100);
    }
}
