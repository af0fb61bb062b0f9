package io.rapport.bench.shapes;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.PeakMemory;
import io.rapport.bench.measure.Place;
import io.rapport.connect.dataconnect.ExportImport;
import io.rapport.connect.dataconnect.ImportLimits;
import io.rapport.connect.dataconnect.ImportSummary;
import io.rapport.connect.dataconnect.RejectLog;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.ParquetLines;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.parquet.ParquetExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports one file as {@code rapport import} does, hashing and commit included, and then finds the tokens of the same
 * file: after the import, whose peak of memory has been read by then, and with code that is compiled by then.
 */
public final class ShapeMeasurement {

    private ShapeMeasurement() {}

    /** @return {@code rows}, {@code bytes}, {@code import}, {@code peakBytes} where known, {@code scan} of text */
    public static Figures run(Dataset dataset, Shape shape, Path file, Place place) throws IOException {
        Figures figures = new Figures().put("bytes", Files.size(file));
        Effort start = Effort.start();
        try (Lake lake = place.openLake()) {
            ImportSummary summary = new ExportImport(
                            lake.landing(),
                            (path, rows, to) -> parquet(place, path, rows, to),
                            RejectLog.NONE,
                            ImportLimits.DEFAULT)
                    .run(dataset, List.of(file), Progress.NONE);
            figures.put("rows", summary.added());
        }
        figures.put("import", start.sofar());
        PeakMemory.findBytes().ifPresent(bytes -> figures.put("peakBytes", bytes));
        if (shape != Shape.PARQUET) {
            start = Effort.start();
            figures.put("tokens", TokenScan.count(file, shape)).put("scan", start.sofar());
        }
        return figures;
    }

    private static void parquet(Place place, Path file, Dataset dataset, ParquetLines.Consumer consumer) {
        try (ParquetExport parquet = new ParquetExport(place.exportEngine())) {
            parquet.read(file, dataset, consumer);
        }
    }
}
