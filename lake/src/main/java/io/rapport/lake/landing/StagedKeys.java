package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a batch's staged files, and temporary tables about them on a connection of its own: {@code staged_file},
 * {@code loser} (lines that a later chunk replaces), {@code known} (keys that the lake has met), {@code verdict}.
 */
final class StagedKeys {

    private final DuckDbSession session;
    private final Dataset dataset;
    private final String key;
    private final String doing;
    private final List<Path> rows;
    private final List<Path> removals;

    StagedKeys(DuckDbSession session, Dataset dataset, List<StagedChunk> chunks) {
        this.session = session;
        this.dataset = dataset;
        this.key = ColumnSql.key(dataset);
        this.doing = "checking the keys of " + dataset;
        this.rows = chunks.stream()
                .flatMap(c -> c.rows().stream())
                .map(Written::path)
                .toList();
        this.removals = chunks.stream()
                .flatMap(c -> c.removals().stream())
                .map(Written::path)
                .toList();
        String files = chunks.stream()
                .flatMap(chunk -> Stream.concat(
                        chunk.rows().stream().map(file -> line(file, chunk, false)),
                        chunk.removals().stream().map(file -> line(file, chunk, true))))
                .collect(Collectors.joining(", "));
        run("create or replace temp table staged_file as select * from (values " + files
                + ") as f(_file, chunk, removed)");
    }

    private static String line(Written file, StagedChunk chunk, boolean isRemoval) {
        return "(" + SqlText.literal(SqlText.path(file.path())) + ", " + chunk.number() + ", " + isRemoval + ")";
    }

    /** Lines whose key a later chunk holds too. */
    long findLosers() {
        run("create or replace temp table repeated as select _hash from (select " + hash(dataset) + " as _hash from ("
                + keys("") + ")) group by _hash having count(*) > 1");
        if (session.number(doing, "select count(*) from repeated") == 0) {
            return noLosers();
        }
        run("create or replace temp table loser as select " + key + ", _file, removed from (select " + key
                + ", _file, removed, chunk, max(chunk) over (partition by " + key + ") as last_chunk from ("
                + keys(", _file") + ") inner join staged_file using (_file) where " + hash(dataset)
                + " in (from repeated)) where chunk < last_chunk");
        return session.number(doing, "select count(*) from loser");
    }

    long noLosers() {
        run("create or replace temp table loser as select " + key + ", _file, removed from (" + keys(", _file")
                + ") inner join staged_file using (_file) where false");
        return 0;
    }

    /** The part of the lake in which the batch's keys may stand; without any file where it holds none of them. */
    Snapshot related(MetKeys met, Snapshot snapshot) {
        return new Snapshot(
                snapshot.id(),
                met.files(session, snapshot, dataset, "select " + hash(dataset) + " from (" + keys("") + ")"));
    }

    /** Keys of the batch that the lake holds, hidden ones included: a scan of keys only, compared by their hashes. */
    long findKnown(Snapshot snapshot) {
        run("create or replace temp table known as select distinct " + key + " from ("
                + LakeSql.everyKey(snapshot, dataset) + ") where " + hash(dataset) + " in (select " + hash(dataset)
                + " from ("
                + keys("") + "))");
        return session.number(doing, "select count(*) from known");
    }

    /** Compares the batch's lines with what the lake shows for the same keys. */
    void judge(Snapshot snapshot) {
        run("create or replace temp view shown as select *, " + ColumnSql.partition(dataset) + " as _partition from ("
                + LakeSql.select(snapshot, dataset) + ") semi join known using (" + key + ")");
        run("create or replace temp view candidate as select *, " + ColumnSql.partition(dataset)
                + " as _partition from (" + lines() + ") inner join staged_file using (_file) semi join known using ("
                + key + ") anti join loser using (" + key + ", _file)");
        String same = ColumnSql.names(dataset).stream()
                .map(SqlText::name)
                .map(column -> "s." + column + " is not distinct from c." + column)
                .collect(Collectors.joining(" and "));
        String first = SqlText.name(dataset.key().get(0));
        run("create or replace temp table verdict as select "
                + dataset.key().stream().map(k -> "c." + SqlText.name(k)).collect(Collectors.joining(", "))
                + ", c._file, c.removed, c._partition as new_partition, s._partition as old_partition, case when s."
                + first + " is null then (case when c.removed then " + Verdict.ABSENT.sql() + " else "
                + Verdict.RETURNED.sql() + " end) when c.removed then " + Verdict.REMOVED.sql() + " when " + same
                + " then " + Verdict.SAME.sql() + " else " + Verdict.CHANGED.sql()
                + " end as verdict from candidate as c left join shown as s using (" + key + ")");
        exclude();
    }

    void noVerdicts() {
        run("create or replace temp table verdict as select *, '' as new_partition, '' as old_partition,"
                + " '' as verdict from loser where false");
        exclude();
    }

    /** Rows that don't stay where they are staged. */
    private void exclude() {
        run("create or replace temp table excluded as select " + key + ", _file from loser where not removed"
                + " union all select " + key + ", _file from verdict where not removed");
    }

    long excluded(Path file) {
        return session.number(
                doing, "select count(*) from excluded where _file = " + SqlText.literal(SqlText.path(file)));
    }

    long losingRows() {
        return session.number(doing, "select count(*) from loser where not removed");
    }

    long count(Verdict verdict) {
        return session.number(doing, "select count(*) from verdict where verdict = " + verdict.sql());
    }

    List<Path> filesWithChanges() {
        return session.list(
                doing,
                "select distinct _file from verdict where verdict in (" + Verdict.CHANGED.sql() + ", "
                        + Verdict.RETURNED.sql() + ")",
                row -> Path.of(row.getString(1)));
    }

    /** The key columns of all staged lines, with further columns. */
    private String keys(String more) {
        return Stream.of(rows, removals)
                .filter(files -> !files.isEmpty())
                .map(files -> "select " + key + more + " from " + scan(files))
                .collect(Collectors.joining(" union all "));
    }

    /** All columns of all staged lines; those of removals are null but for the key. */
    private String lines() {
        List<Path> all = Stream.concat(rows.stream(), removals.stream()).toList();
        return "from " + LakeSql.rows(dataset, all, "_file");
    }

    private static String scan(List<Path> files) {
        return "read_parquet(" + SqlText.files(files) + ", hive_partitioning = false, filename = '_file')";
    }

    /** The hash of a key, as an expression over its columns. */
    static String hash(Dataset dataset) {
        return "hash(" + ColumnSql.key(dataset) + ")";
    }

    private void run(String sql) {
        session.run(doing, sql);
    }
}
