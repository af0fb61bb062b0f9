package io.rapport.bench.measure;

import io.rapport.bench.source.GeneratedText;
import io.rapport.bench.source.MailSource;
import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import java.nio.file.Path;

/**
 * Lands a company's exports in a new home. Measured is everything from the text's bytes to the commit; writing the text
 * is taken off the processor's time, and left in the clock's.
 */
public final class ImportMeasurement {

    private ImportMeasurement() {}

    public static Figures run(MailSource source, Place place) {
        Figures figures = new Figures();
        try (Lake lake = place.openLake()) {
            ExportImport exports = new ExportImport(
                    lake.landing(),
                    (file, dataset, consumer) -> {
                        throw new IllegalStateException("the benchmark has no Parquet");
                    },
                    RejectLog.NONE,
                    new ImportLimits(0, 1 << 20));
            for (Dataset dataset : source.datasets()) {
                Effort start = Effort.start();
                GeneratedText text = source.open(dataset);
                ImportSummary summary = exports.run(dataset, text, Path.of(dataset.name()), Progress.NONE);
                Effort all = start.sofar();
                Effort writing = new Effort(text.processorNanos() / 1e9, text.elapsedNanos() / 1e9);
                figures.put(dataset + ".rows", summary.added())
                        .put(dataset + ".bytes", text.bytes())
                        .put(dataset + ".writing", writing)
                        .put(
                                dataset.name(),
                                new Effort(all.processorSeconds() - writing.processorSeconds(), all.seconds()));
            }
        }
        return figures;
    }
}
