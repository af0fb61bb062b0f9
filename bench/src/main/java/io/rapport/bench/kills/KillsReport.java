package io.rapport.bench.kills;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What a campaign of kills came to, as Markdown. */
public record KillsReport(List<StageResult> results, long seed) {

    public KillsReport {
        results = List.copyOf(results);
    }

    public String markdown() {
        return String.format(
                        Locale.ROOT,
                        "%,d kills with seed %d, %,d of them while the work was half done; %s.%n%n",
                        sum(StageResult::kills),
                        seed,
                        sum(StageResult::midst),
                        faults().isEmpty() ? "nothing was lost, twice or half" : faults().size() + " faults, below")
                + "| killed | kills | before anything was written | **at work** | when it was done | ms undisturbed, of"
                + " which at work |\n|---|--:|--:|--:|--:|--:|\n"
                + results.stream().map(KillsReport::line).collect(Collectors.joining("\n"))
                + faults().stream().map(fault -> "\n- " + fault).collect(Collectors.joining("", "\n", ""));
    }

    private static String line(StageResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | **%d** | %d | %,d, %,d |",
                result.stage(),
                result.kills(),
                result.untouched(),
                result.midst(),
                result.done(),
                result.usualMillis(),
                result.workMillis());
    }

    private int sum(ToIntFunction<StageResult> count) {
        return results.stream().mapToInt(count).sum();
    }

    /** What was found, stage by stage. */
    public List<String> faults() {
        return results.stream().flatMap(result -> result.faults().stream()).toList();
    }
}
