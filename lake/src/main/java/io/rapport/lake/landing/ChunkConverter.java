package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.parquet.ChunkSql;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.privacy.PrivacyGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns a chunk's lines into Parquet, and deletes them. */
final class ChunkConverter {

    private ChunkConverter() {}

    static StagedChunk convert(DuckDbSession session, SealedChunk chunk) {
        Dataset dataset = chunk.dataset();
        String lines =
                chunk.mayRepeat() ? ChunkSql.lastLines(dataset, chunk.file()) : ChunkSql.lines(dataset, chunk.file());
        List<Written> rows = chunk.rows() == 0
                ? List.of()
                : ParquetCopy.write(
                        session,
                        dataset,
                        ColumnSql.columns(dataset),
                        chunk.removals() == 0 ? lines : lines + " where " + PrivacyGate.REMOVED + " is null",
                        ColumnSql.partition(dataset),
                        folder(chunk, "rows"));
        List<Written> removals = chunk.removals() == 0
                ? List.of()
                : ParquetCopy.write(
                        session,
                        dataset,
                        ColumnSql.key(dataset),
                        lines + " where " + PrivacyGate.REMOVED,
                        '\'' + ColumnSql.NO_PARTITION + '\'',
                        folder(chunk, "removals"));
        delete(chunk.file());
        long kept = rows.stream().mapToLong(Written::rows).sum();
        return new StagedChunk(dataset, chunk.number(), rows, removals, chunk.rows() - kept);
    }

    private static Path folder(SealedChunk chunk, String what) {
        return chunk.file().resolveSibling(chunk.dataset().name() + "-" + chunk.number() + "-" + what);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The file " + file + " can't be deleted. Check the folder's owner.", e);
        }
    }
}
