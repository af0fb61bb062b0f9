package io.rapport.bench.shapes;

import io.rapport.bench.source.SimulatedCompany;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exports of the simulated company, written to files with every column that Microsoft writes. */
public final class ShapeFiles {

    /** Enough people for directories and contact books that take a while to read. */
    private static final int LARGE_DIRECTORY = 50_000;

    private static final long MEMORY = 2_000_000_000;

    private final Path folder;
    private final long rows;

    /** @param rows of each file, where the company has so many */
    public ShapeFiles(Path folder, long rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /** Writes a dataset; the caller removes the file. */
    public Path write(Dataset dataset, Shape shape) throws IOException {
        Path file = folder.resolve(dataset + "-" + shape);
        boolean isParquet = shape == Shape.PARQUET;
        boolean isOfItems = dataset.equals(Datasets.MESSAGE) || dataset.equals(Datasets.CALENDAR_VIEW);
        SimulatedCompany company = isOfItems ? new SimulatedCompany(rows) : new SimulatedCompany(rows, LARGE_DIRECTORY);
        Path text = isParquet ? folder.resolve("lines") : file;
        try (InputStream lines = company.open(dataset)) {
            ShapeFile.write(lines, rows, isParquet ? Shape.LINES : shape, text);
        }
        if (isParquet) {
            toParquet(text, file);
            Files.delete(text);
        }
        return file;
    }

    private void toParquet(Path lines, Path file) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (DuckDb engine = DuckDb.open(new DuckDbSettings(MEMORY, threads, folder.resolve("spill")));
                DuckDbSession session = engine.connect()) {
            session.run(
                    "writing Parquet",
                    "copy (select * from read_json(" + SqlText.literal(SqlText.path(lines))
                            + ", format = 'newline_delimited')) to " + SqlText.literal(SqlText.path(file))
                            + " (format parquet)");
        }
    }
}
