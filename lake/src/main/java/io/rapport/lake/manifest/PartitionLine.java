package io.rapport.lake.manifest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One partition as the manifest adds it up. */
record PartitionLine(
        String dataset,
        PartitionContent content,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    static PartitionLine of(ResultSet row) throws SQLException {
        return new PartitionLine(
                row.getString("dataset"),
                new PartitionContent(
                        row.getString("partition_month"),
                        row.getLong("row_count"),
                        row.getLong("byte_count"),
                        row.getLong("file_count")),
                instant(row, "min_time"),
                instant(row, "max_time"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
