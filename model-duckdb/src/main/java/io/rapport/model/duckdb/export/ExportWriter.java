package io.rapport.model.duckdb.export;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.duckdb.JsonLines;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Writes tables to files, row by row in their order. An engine of its own; for one thread, cancel from any. */
public final class ExportWriter implements AutoCloseable {

    private final DuckDb engine;
    private volatile boolean isCanceled;
    private volatile @Nullable PreparedStatement running;

    public ExportWriter(DuckDbSettings settings) {
        this.engine = DuckDb.openOrdered(settings);
    }

    /**
     * Writes a table and says how many rows it has. What fails leaves a part of a file, which the caller deletes.
     *
     * @throws CancellationException where somebody cancelled it
     */
    public long write(ExportTable table, ExportFormat format, Path target) {
        String sql = "copy (" + table.select(format) + ") to " + SqlText.literal(SqlText.path(target)) + " ("
                + options(format) + ")";
        try (DuckDbSession session = engine.connect();
                PreparedStatement statement = session.connection().prepareStatement(sql)) {
            for (int i = 0; i < table.values().size(); i++) {
                statement.setObject(i + 1, table.values().get(i));
            }
            running = statement;
            if (isCanceled) {
                throw new CancellationException();
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (isCanceled) {
                throw (CancellationException) new CancellationException().initCause(e);
            }
            throw DuckDbErrors.explain("writing " + table.name() + " to " + target.getParent(), e);
        } finally {
            running = null;
        }
    }

    /** Ends what is being written; may be called more than once. */
    public void cancel() {
        isCanceled = true;
        PreparedStatement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException over) {
                // It has just come to its end.
            }
        }
    }

    private static String options(ExportFormat format) {
        return switch (format) {
            case CSV, CDM -> "format csv, header true, delimiter ',', quote '\"', escape '\"', nullstr ''";
            case PARQUET -> "format parquet, compression zstd";
            case JSONL -> JsonLines.COPY;
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
