package io.rapport.lake.retention;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/**
 * People in Parquet files of whatever columns: reads every value of every row as text. A word counts where it stands alone,
 * not as a part of a longer address. For one thread at a time.
 */
public final class ParquetTraces implements AutoCloseable {

    private static final String DOING = "looking for people";
    private static final String BEFORE = "(^|[^a-z0-9._%+-])(";
    private static final String AFTER = ")($|[^a-z0-9.-]|[.-]($|[^a-z0-9]))";

    private final DuckDbSession session;
    private final String holds;

    /** @param persons at least one */
    public ParquetTraces(DuckDb engine, Persons persons) {
        session = engine.connect();
        String words = persons.words().stream().map(ParquetTraces::escaped).collect(Collectors.joining("|"));
        holds = words.isEmpty()
                ? "false"
                : "regexp_matches(lower(cast(to_json(t) as varchar)), " + SqlText.literal(BEFORE + words + AFTER) + ")";
    }

    /** How many rows of a file hold one of the words. */
    public long rows(Path file) {
        return session.number(DOING, "select count(*) from " + scan(file) + " where " + holds);
    }

    /**
     * Writes a file anew without the rows that hold one of the words.
     *
     * @return how many there were; with none the file is as it was
     */
    public long remove(Path file) {
        long rows = rows(file);
        if (rows > 0) {
            Path rest = file.resolveSibling("." + file.getFileName() + ".unfinished");
            try {
                session.run(
                        DOING,
                        "copy (select t.* from " + scan(file) + " where not " + holds + ") to "
                                + SqlText.literal(SqlText.path(rest)) + " (format parquet, compression zstd)");
                Files.move(rest, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new RapportException(
                        LakeError.HOME_FAILED,
                        "The file " + file + " can't be replaced. Check its owner and the free space; then run the"
                                + " erasure again.",
                        e);
            }
        }
        return rows;
    }

    private static String scan(Path file) {
        return "read_parquet(" + SqlText.literal(SqlText.path(file)) + ", hive_partitioning = false) as t";
    }

    private static String escaped(String word) {
        return word.codePoints()
                .mapToObj(c ->
                        Character.isLetterOrDigit(c) || c > 0x7F ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        session.close();
    }
}
