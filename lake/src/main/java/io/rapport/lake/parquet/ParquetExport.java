package io.rapport.lake.parquet;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.ParquetLines;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.EngineType.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads Parquet exports with an engine of its own, row by row: a file of any size takes the memory of a few row groups.
 * One engine serves all files; close it at the end. For one file at a time.
 */
public final class ParquetExport implements ParquetLines, AutoCloseable {

    private final DuckDb engine;

    public ParquetExport(DuckDbSettings settings) {
        engine = DuckDb.openStreaming(settings);
    }

    /** @throws RapportException {@link LakeError#UNREADABLE_PARQUET} where the file is missing, broken or foreign */
    @Override
    public void read(Path file, Dataset dataset, Consumer consumer) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, "is no file", null);
        }
        String source = "read_parquet(" + SqlText.literal(SqlText.path(file))
                + ", hive_partitioning = false, binary_as_string = true)";
        try (DuckDbSession session = engine.connect()) {
            List<String> columns = ExportColumns.read(dataset, describe(session, file, source));
            if (columns.isEmpty()) {
                throw unreadable(file, "has none of the columns of " + dataset, null);
            }
            String sql =
                    "select cast(to_json(struct_pack(" + String.join(", ", columns) + ")) as varchar) from " + source;
            long[] row = {0};
            try {
                session.each("reading " + file.getFileName(), sql, line -> {
                    row[0]++;
                    consumer.accept(line.getString(1), row[0]);
                });
            } catch (RapportException e) {
                if (e.code() != LakeError.ENGINE_FAILED) {
                    throw e;
                }
                throw unreadable(
                        file,
                        row[0] == 0
                                ? "is damaged in its first rows, or they need more memory than the engine was given"
                                : "is damaged: it can't be read beyond row " + row[0],
                        e);
            }
        }
    }

    private static List<Field> describe(DuckDbSession session, Path file, String source) {
        try {
            return session.list(
                    "reading " + file.getFileName(),
                    "select column_name, column_type from (describe select * from " + source + ")",
                    row -> new Field(row.getString(1), EngineType.parse(row.getString(2))));
        } catch (RapportException e) {
            if (e.code() != LakeError.ENGINE_FAILED) {
                throw e;
            }
            throw unreadable(file, "is no complete Parquet file", e);
        }
    }

    private static RapportException unreadable(
            Path file, String why, @org.jspecify.annotations.Nullable RapportException cause) {
        return new RapportException(
                LakeError.UNREADABLE_PARQUET,
                file.getFileName() + " " + why + ". Export it again, or leave it out. (" + file + ")",
                cause);
    }

    @Override
    public void close() {
        engine.close();
    }
}
