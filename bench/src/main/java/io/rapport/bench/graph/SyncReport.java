package io.rapport.bench.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures as a Markdown table, a column for each tenant. */
public final class SyncReport {

    private static final double MICROS = 1e6;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    private final List<SyncRun> runs;

    public SyncReport(List<SyncRun> runs) {
        this.runs = List.copyOf(runs);
    }

    public String markdown() {
        List<String> lines = new ArrayList<>(List.of(
                "| sync over Graph"
                        + runs.stream().map(run -> " | " + run.size()).collect(Collectors.joining()) + " |",
                "|---|" + "--:|".repeat(runs.size())));
        lines.add(line("mailboxes read", run -> whole(run.sync().value("mailboxes"))));
        lines.add(line("messages", run -> whole(run.sync().value("messages"))));
        lines.add(line("contacts", run -> whole(run.sync().value("contacts"))));
        lines.add(line("events", run -> whole(run.sync().value("events"))));
        lines.add(line("requests", run -> whole(run.sync().value("requests"))));
        lines.add(line("megabytes of answers", run -> whole(run.sync().value("bytes") / MEGABYTE)));
        lines.add(line("seconds by the clock", run -> tenths(run.effort().seconds())));
        lines.add(line("**of all these per second by the clock**", run -> "**" + whole(run.itemsPerSecond()) + "**"));
        lines.add(line(
                "processor time for each, µs", run -> tenths(run.effort().processorSeconds() / run.items() * MICROS)));
        lines.add(line("of the made-up tenant's own, µs", run -> tenths(run.tenantSeconds() / run.items() * MICROS)));
        lines.add(line(
                "peak memory, GB",
                run -> run.sync().has("peakBytes")
                        ? String.format(Locale.ROOT, "%.2f", run.sync().value("peakBytes") / GIGABYTE)
                        : "unknown"));
        lines.add(line(
                "parsing of messages alone, per processor second",
                run -> run.parsing().has("messages")
                        ? whole(run.parsing().value("messages") / run.parsing().value("seconds"))
                        : "not measured"));
        return "Measured with " + Runtime.getRuntime().availableProcessors() + " processors, shared with the made-up"
                + " tenant, Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ".\n\n" + String.join("\n", lines);
    }

    private String line(String name, Function<SyncRun, String> value) {
        return "| " + name + " | " + runs.stream().map(value).collect(Collectors.joining(" | ")) + " |";
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
