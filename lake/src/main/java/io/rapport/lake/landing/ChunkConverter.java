package io.rapport.lake.landing;

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
import java.util.ArrayList;
import java.util.List;

/** Turns a chunk's lines into Parquet, and deletes them. */
final class ChunkConverter {

    private final DuckDbSession session;
    private final SealedChunk chunk;
    private final Path rowFolder;
    private final Path removalFolder;

    private ChunkConverter(DuckDbSession session, SealedChunk chunk) {
        this.session = session;
        this.chunk = chunk;
        String name = chunk.dataset().name() + "-" + chunk.number();
        Path lines = chunk.files().get(0);
        this.rowFolder = lines.resolveSibling(name + "-rows");
        this.removalFolder = lines.resolveSibling(name + "-removals");
    }

    static StagedChunk convert(DuckDbSession session, SealedChunk chunk) {
        ChunkConverter converter = new ChunkConverter(session, chunk);
        List<Written> rows = chunk.mayRepeat() ? converter.lastRows() : converter.rows();
        List<Written> removals = converter.removals();
        chunk.files().forEach(ChunkConverter::delete);
        long kept = rows.stream().mapToLong(Written::rows).sum();
        return new StagedChunk(chunk.dataset(), chunk.number(), rows, removals, chunk.rows() - kept, 0);
    }

    /** Where no key repeats: month by month. */
    private List<Written> rows() {
        List<Written> written = new ArrayList<>();
        String columns = ColumnSql.columns(chunk.dataset());
        chunk.months().forEach((month, file) -> {
            String lines = ChunkSql.lines(chunk.dataset(), List.of(file));
            written.addAll(ParquetCopy.writeOne(session, chunk.dataset(), columns, lines, month, rowFolder));
        });
        if (!chunk.mixed().isEmpty()) {
            Path folder = rowFolder.resolveSibling(rowFolder.getFileName() + "-mixed");
            written.addAll(writeMonths(ChunkSql.lines(chunk.dataset(), chunk.mixed()), folder));
        }
        return written;
    }

    private List<Written> lastRows() {
        String lines = ChunkSql.lastLines(chunk.dataset(), chunk.files());
        return chunk.rows() == 0
                ? List.of()
                : writeMonths(lines + " where " + PrivacyGate.REMOVED + " is null", rowFolder);
    }

    private List<Written> writeMonths(String lines, Path folder) {
        return ParquetCopy.write(
                session,
                chunk.dataset(),
                ColumnSql.columns(chunk.dataset()),
                lines,
                ColumnSql.partition(chunk.dataset()),
                folder);
    }

    private List<Written> removals() {
        if (chunk.removed().isEmpty()) {
            return List.of();
        }
        String lines = chunk.mayRepeat()
                ? ChunkSql.lastLines(chunk.dataset(), chunk.files()) + " where " + PrivacyGate.REMOVED
                : ChunkSql.lines(chunk.dataset(), chunk.removed());
        return ParquetCopy.writeOne(
                session, chunk.dataset(), ColumnSql.key(chunk.dataset()), lines, ColumnSql.NO_PARTITION, removalFolder);
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
