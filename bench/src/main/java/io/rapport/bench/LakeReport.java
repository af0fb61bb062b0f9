package io.rapport.bench;

import io.rapport.bench.measure.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was measured of a lake that is synced day by day, as Markdown.
 *
 * @param plain without compaction
 * @param compacted with it
 */
record LakeReport(List<Integer> looks, Figures plain, Figures compacted) {

    private static final double MB = 1e6;

    String markdown() {
        String days = looks.stream().map(this::line).collect(Collectors.joining("\n"));
        return "| day | rows | change files, without / with | read ms, fresh / without / with | **ratio to fresh, without"
                + " / with** | disk MB, fresh / without / with |\n|--:|--:|--:|--:|--:|--:|\n" + days + "\n\n"
                + folding();
    }

    private String line(int day) {
        return String.format(
                Locale.ROOT,
                "| %d | %,.0f | %,.0f / %,.0f | %.0f / %.0f / %.0f | **%.2f / %.2f** | %.0f / %.0f / %.0f |",
                day,
                plain.value("rows." + day),
                plain.value("changes." + day),
                compacted.value("changes." + day),
                (plain.value("fresh." + day) + compacted.value("fresh." + day)) / 2,
                plain.value("read." + day),
                compacted.value("read." + day),
                ratio(plain, day),
                ratio(compacted, day),
                plain.value("freshBytes." + day) / MB,
                plain.value("disk." + day) / MB,
                compacted.value("disk." + day) / MB);
    }

    private static double ratio(Figures figures, int day) {
        return figures.value("read." + day) / figures.value("fresh." + day);
    }

    private String folding() {
        double seconds = compacted.effort("folding").seconds();
        return String.format(
                Locale.ROOT,
                "Compaction took %.1f s of all nights together, %.1f s of the longest, and wrote %,.0f rows, %,.0f a second."
                        + " Peak memory of the process: %.0f MB without, %.0f MB with.",
                seconds,
                compacted.value("longest"),
                compacted.value("rowsWritten"),
                compacted.value("rowsWritten") / Math.max(seconds, 1e-3),
                plain.has("peakBytes") ? plain.value("peakBytes") / MB : Double.NaN,
                compacted.has("peakBytes") ? compacted.value("peakBytes") / MB : Double.NaN);
    }
}
