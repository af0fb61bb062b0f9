package io.rapport.lake.parquet;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the result of a SELECT as zstd Parquet, one file per partition. */
public final class ParquetCopy {

    private static final String FOLDER = "month=";
    /** Level 1 takes a seventh less of the processor than the usual 3, for files that are a fifteenth larger. */
    private static final String FORMAT = "format parquet, compression zstd, compression_level 1";

    private ParquetCopy() {}

    /**
     * A file that was written.
     *
     * @param partition month as {@code yyyy-MM}, or {@code none}
     */
    public record Written(Path path, String partition, long rows, long bytes) {}

    /**
     * @param columns what to write, as a select list
     * @param source what stands behind FROM
     * @param partition the partition of a row, as an expression over the source
     * @param folder a folder that is not there yet
     * @return the files that hold rows
     */
    public static List<Written> write(
            DuckDbSession session, Dataset dataset, String columns, String source, String partition, Path folder) {
        return dataset.isPartitioned()
                ? writeMonths(session, dataset, columns, source, partition, folder)
                : writeOne(session, dataset, columns, source, ColumnSql.NO_PARTITION, folder);
    }

    private static List<Written> writeMonths(
            DuckDbSession session, Dataset dataset, String columns, String source, String partition, Path folder) {
        String sql = "copy (select " + columns + ", " + partition + " as month from " + source + ") to "
                + SqlText.literal(SqlText.path(folder))
                + " (" + FORMAT + ", partition_by (month), filename_pattern 'part-{i}', return_stats)";
        return session.list("writing " + dataset, sql, row -> {
            Path file = Path.of(row.getString("filename"));
            String month = file.getName(file.getNameCount() - 2).toString().substring(FOLDER.length());
            return new Written(file, month, row.getLong("count"), row.getLong("file_size_bytes"));
        });
    }

    /**
     * The same for rows that are known to be of one partition.
     *
     * @param folder may be there, without a folder for this partition
     * @return one file, or none where there is no row
     */
    public static List<Written> writeOne(
            DuckDbSession session, Dataset dataset, String columns, String source, String partition, Path folder) {
        Path month = folder.resolve(FOLDER + partition);
        Path file = month.resolve("part-0.parquet");
        create(month);
        return copyTo(session, dataset, columns, source, partition, file, "");
    }

    /**
     * The same, but with as many files as it takes.
     *
     * @param bytes a file that has grown to this is followed by another
     */
    public static List<Written> writeSplit(
            DuckDbSession session,
            Dataset dataset,
            String columns,
            String source,
            String partition,
            Path folder,
            long bytes) {
        create(folder);
        Path files = folder.resolve(FOLDER + partition);
        return copyTo(session, dataset, columns, source, partition, files, ", file_size_bytes " + bytes);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED, "The folder " + folder + " can't be written. Check the free space.", e);
        }
    }

    private static List<Written> copyTo(
            DuckDbSession session,
            Dataset dataset,
            String columns,
            String source,
            String partition,
            Path target,
            String option) {
        String sql = "copy (select " + columns + " from " + source + ") to "
                + SqlText.literal(SqlText.path(target))
                + " (" + FORMAT + option + ", return_stats)";
        List<Written> files = new ArrayList<>(session.list(
                "writing " + dataset,
                sql,
                row -> new Written(
                        Path.of(row.getString("filename")),
                        partition,
                        row.getLong("count"),
                        row.getLong("file_size_bytes"))));
        files.removeIf(written -> written.rows() == 0);
        return files;
    }
}
