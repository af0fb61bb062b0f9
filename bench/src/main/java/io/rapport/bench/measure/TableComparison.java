package io.rapport.bench.measure;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether two runs wrote the same rows, to the last digit. */
public final class TableComparison {

    private static final long MEMORY = 1_500_000_000;

    private TableComparison() {}

    /**
     * What differs, a sentence a table; empty where all is equal.
     *
     * @param one a folder of tables as Parquet
     * @param other one with files of the same names
     * @param temporary for what doesn't fit into memory
     */
    public static List<String> differences(Path one, Path other, Path temporary) {
        List<String> differences = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        try (DuckDb database = DuckDb.open(new DuckDbSettings(MEMORY, processors, temporary));
                DuckDbSession session = database.connect()) {
            for (String table : names(one)) {
                long here = missing(session, one.resolve(table), other.resolve(table));
                long there = missing(session, other.resolve(table), one.resolve(table));
                if (here + there > 0) {
                    differences.add(table + " differs: " + here + " rows of the one are not in the other, " + there
                            + " of the other not in the one.");
                }
            }
        }
        return differences;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long missing(DuckDbSession session, Path from, Path in) {
        return session.number(
                "comparing tables",
                "select count(*) from (select * from " + table(from) + " except all select * from " + table(in)
                        + ") as missing");
    }

    private static String table(Path file) {
        return "read_parquet(" + SqlText.literal(SqlText.path(file)) + ")";
    }
}
