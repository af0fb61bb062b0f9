package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.ParquetLines;
import io.rapport.lake.parquet.ParquetExport;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the engine that reads Parquet exports when there is one to read; most imports have none. */
final class ParquetOnDemand implements ParquetLines, AutoCloseable {

    private final Supplier<ParquetExport> opening;
    private @Nullable ParquetExport export;

    ParquetOnDemand(Supplier<ParquetExport> opening) {
        this.opening = opening;
    }

    @Override
    public void read(Path file, Dataset dataset, Consumer consumer) {
        if (export == null) {
            export = opening.get();
        }
        export.read(file, dataset, consumer);
    }

    @Override
    public void close() {
        if (export != null) {
            export.close();
        }
    }
}
