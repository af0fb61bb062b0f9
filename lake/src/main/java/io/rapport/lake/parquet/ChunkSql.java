package io.rapport.lake.parquet;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.privacy.PrivacyGate;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what the privacy gate wrote: lines of JSON with the schema's own types, nothing guessed. */
public final class ChunkSql {

    private ChunkSql() {}

    /** All lines of some files, rows and removals. */
    public static String lines(Dataset dataset, List<Path> files) {
        return "read_json(" + SqlText.files(files)
                + ", format = 'newline_delimited', compression = 'none', auto_detect = false, columns = {"
                + dataset.columns().stream().map(ChunkSql::column).collect(Collectors.joining(", "))
                + ", '" + PrivacyGate.SEQUENCE + "': 'bigint', '" + PrivacyGate.REMOVED + "': 'boolean'})";
    }

    /** The last line of each key, where keys repeat. */
    public static String lastLines(Dataset dataset, List<Path> files) {
        String last = "select max(" + PrivacyGate.SEQUENCE + ") as " + PrivacyGate.SEQUENCE + " from "
                + lines(dataset, files) + " group by " + ColumnSql.key(dataset);
        return "(from " + lines(dataset, files) + " semi join (" + last + ") using (" + PrivacyGate.SEQUENCE + "))";
    }

    private static String column(Column column) {
        return SqlText.literal(column.name()) + ": " + SqlText.literal(ColumnSql.type(column.type()));
    }
}
