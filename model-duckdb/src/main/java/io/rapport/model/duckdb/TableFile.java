package io.rapport.model.duckdb;

import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.engine.Format;
import io.rapport.model.run.OutputTable;
import java.nio.file.Path;

/** How DuckDB writes a table to a file. */
public final class TableFile {

    /** Small enough that a table of some ten thousand rows is read by more than one thread, and one row by reading little. */
    private static final int ROW_GROUP = 10_240;

    private TableFile() {}

    /** Copies a run's table from the Parquet file in which it is kept, in its order. */
    public static String copy(OutputTable table, Path kept, Path target, Format format) {
        String relation = "read_parquet(" + SqlText.literal(SqlText.path(kept)) + ")";
        return copy(table.select(relation, format), target, format);
    }

    static String copy(String select, Path target, Format format) {
        String options = switch (format) {
            case CSV -> "format csv, header true, delimiter ',', quote '\"', escape '\"', nullstr ''";
            case JSON -> "format json";
            case PARQUET -> "format parquet, compression zstd, row_group_size " + ROW_GROUP;
        };
        return "copy (" + select + ") to " + SqlText.literal(SqlText.path(target)) + " (" + options + ")";
    }
}
