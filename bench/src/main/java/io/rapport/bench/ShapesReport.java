package io.rapport.bench;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.shapes.Shape;
import io.rapport.core.dataset.Dataset;
import java.util.List;
import java.util.Locale;

/** Imports by shape as a Markdown table. */
final class ShapesReport {

    private static final double MICROS = 1e6;
    private static final double MEGABYTE = 1e6;
    private static final String UNKNOWN = "";

    private ShapesReport() {}

    /** One measured import. */
    record Line(Dataset dataset, Shape shape, Figures figures) {

        private String markdown() {
            double rows = figures.value("rows");
            Effort effort = figures.effort("import");
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,.0f | %,.0f | %.1f | %s | %s |",
                    dataset,
                    shape.words(),
                    rows,
                    figures.value("bytes") / rows,
                    rows / effort.seconds(),
                    effort.processorSeconds() / rows * MICROS,
                    figures.has("tokens")
                            ? tenths(effort.processorSeconds()
                                    / figures.effort("scan").processorSeconds())
                            : UNKNOWN,
                    figures.has("peakBytes")
                            ? String.format(Locale.ROOT, "%,.0f", figures.value("peakBytes") / MEGABYTE)
                            : UNKNOWN);
        }
    }

    static String markdown(List<Line> lines) {
        StringBuilder table = new StringBuilder(Report.machine())
                .append("\n\n| dataset | shape | rows | bytes per row | rows/s | processor time per row, µs")
                .append(" | times finding the tokens | peak memory, MB |\n|---|---|--:|--:|--:|--:|--:|--:|");
        lines.forEach(line -> table.append('\n').append(line.markdown()));
        return table.toString();
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
