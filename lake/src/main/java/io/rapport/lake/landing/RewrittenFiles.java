package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.List;

/** Writes the few staged files anew whose rows mean different things, by the tables of {@link StagedKeys}. */
final class RewrittenFiles {

    private final DuckDbSession session;
    private final Dataset dataset;
    private final Path folder;
    private int number;

    RewrittenFiles(DuckDbSession session, Dataset dataset, Path folder) {
        this.session = session;
        this.dataset = dataset;
        this.folder = folder;
    }

    /** The file without the rows that don't stay in it. */
    List<Written> without(Written file) {
        String source = LakeSql.rows(dataset, List.of(file.path())) + " anti join (from excluded where _file = "
                + SqlText.literal(SqlText.path(file.path())) + ") using (" + ColumnSql.key(dataset) + ")";
        number++;
        return ParquetCopy.writeOne(session, dataset, ColumnSql.columns(dataset), source, file.partition(), folder());
    }

    /** The rows that replace what the lake shows, or bring back what was removed. */
    List<Written> changes(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        String source = LakeSql.rows(dataset, files, "_file") + " semi join (from verdict where verdict in ("
                + Verdict.CHANGED.sql() + ", " + Verdict.RETURNED.sql() + ")) using (" + ColumnSql.key(dataset)
                + ", _file)";
        return copy(ColumnSql.columns(dataset), source, ColumnSql.partition(dataset));
    }

    /**
     * The keys that are taken out, each in the partition where its row is; with them those whose row moved to another
     * partition, so that what hides a row always lies beside it.
     */
    List<Written> removals() {
        String removed = "verdict where verdict = " + Verdict.REMOVED.sql() + " or (verdict = " + Verdict.CHANGED.sql()
                + " and old_partition <> new_partition)";
        return session.number("checking the keys of " + dataset, "select count(*) from " + removed) == 0
                ? List.of()
                : copy(ColumnSql.key(dataset), removed, "old_partition");
    }

    private List<Written> copy(String columns, String source, String partition) {
        number++;
        return ParquetCopy.write(session, dataset, columns, source, partition, folder());
    }

    private Path folder() {
        return folder.resolveSibling(folder.getFileName() + "-" + number);
    }
}
