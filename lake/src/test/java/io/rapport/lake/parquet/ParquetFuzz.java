package io.rapport.lake.parquet;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.fuzz.Echo;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fuzz target: a Parquet export. Its rows are read, or it is refused with a code of ours that repeats none of it. */
public final class ParquetFuzz {

    private static final Path FILE = file();
    private static final ParquetExport EXPORT =
            new ParquetExport(new DuckDbSettings(128L << 20, 1, FILE.resolveSibling("spill")));

    private ParquetFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        try {
            EXPORT.read(FILE, Datasets.MESSAGE, (line, number) -> {
                if (!line.startsWith("{") || !line.endsWith("}")) {
                    throw new AssertionError("a row is no object");
                }
            });
        } catch (RapportException refused) {
            Echo.requireNone(refused.text(), input, List.of(FILE.toString(), "Message_v1"));
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("rapport-fuzz").resolve("export.parquet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
