package io.rapport.bench.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures as Markdown tables. */
public final class PagesReport {

    private static final double MEGABYTE = 1e6;
    private static final double PERCENT = 100;

    private final PagesRun run;

    public PagesReport(PagesRun run) {
        this.run = run;
    }

    public String markdown() {
        List<String> lines = new ArrayList<>(List.of(
                "Measured with " + Runtime.getRuntime().availableProcessors()
                        + " processors, shared with the visitors and the made-up tenant, Java "
                        + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch") + ".",
                "",
                "| the server | |",
                "|---|--:|",
                "| seconds from the start to the first page | " + decimal(run.secondsToAnswer(), 1) + " |",
                "| megabytes that it holds idle | "
                        + (run.idleBytes() < 0 ? "unknown" : decimal(run.idleBytes() / MEGABYTE, 0)) + " |",
                "| rounds | " + run.rounds() + " |",
                "| most of the processors' time that others' machines took in a round | "
                        + decimal(run.stolen() * PERCENT, 1) + " % |",
                "",
                "| page, at " + run.rate()
                        + " requests a second | p50, ms | **p99, ms** | most, ms | with a sync: p50 |"
                        + " **p99** | most | answers |",
                "|---|--:|--:|--:|--:|--:|--:|--:|"));
        run.quiet().forEach((page, quiet) -> lines.add(line(page, quiet, run.busy())));
        return String.join("\n", lines);
    }

    private static String line(String page, PageRounds quiet, Map<String, PageRounds> all) {
        PageRounds busy = all.getOrDefault(page, new PageRounds());
        Map<String, Integer> failures = new TreeMap<>(quiet.failures());
        busy.failures().forEach((what, times) -> failures.merge(what, times, Integer::sum));
        return "| `" + page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…") + "` | " + figures(quiet) + " | "
                + figures(busy) + " | " + (quiet.count() + busy.count())
                + failures.entrySet().stream()
                        .map(failed -> ", " + failed.getValue() + " failed: " + failed.getKey())
                        .collect(Collectors.joining())
                + " |";
    }

    private static String figures(PageRounds rounds) {
        return rounds.count() == 0
                ? "– | – | –"
                : decimal(rounds.within(0.5), 1) + " | **" + decimal(rounds.within(0.99), 1) + "** | "
                        + decimal(rounds.most(), 0);
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
