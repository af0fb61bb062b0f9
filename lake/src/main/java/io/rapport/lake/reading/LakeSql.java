package io.rapport.lake.reading;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.ColumnSql;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * SQL that reads a snapshot's datasets on DuckDB: one row per key, all columns in schema order. Base files are read as
 * they are; only where change or removal files exist, keys in those are looked up. A dataset without files is an empty
 * relation with the same columns; a column that a file's older schema lacks is null.
 */
public final class LakeSql {

    private LakeSql() {}

    /** A SELECT of the dataset's visible rows. */
    public static String select(Snapshot snapshot, Dataset dataset) {
        return select(dataset, snapshot.files(dataset));
    }

    /** A SELECT of the visible rows of one partition, in the order of its files; together they are the dataset's. */
    public static String select(Snapshot snapshot, Dataset dataset, String partition) {
        List<LandedFile> files = snapshot.files(dataset);
        return select(dataset, files, file -> file.partition().equals(partition));
    }

    /** The partitions of a dataset that hold rows, in order. */
    public static List<String> partitions(Snapshot snapshot, Dataset dataset) {
        return snapshot.files(dataset).stream()
                .filter(file -> file.kind() != Kind.REMOVAL)
                .map(LandedFile::partition)
                .distinct()
                .sorted()
                .toList();
    }

    /** As {@link #select(Snapshot, Dataset)}, over files of this dataset only. */
    static String select(Dataset dataset, List<LandedFile> files) {
        return select(dataset, files, file -> true);
    }

    /** Keys are looked up in all files, rows read from those that are wanted. */
    private static String select(Dataset dataset, List<LandedFile> files, Predicate<LandedFile> wanted) {
        List<Path> base = paths(files.stream().filter(wanted).toList(), Kind.BASE);
        if (files.stream().allMatch(file -> file.kind() == Kind.BASE)) {
            return "select " + ColumnSql.columns(dataset) + " from " + rows(dataset, base);
        }
        String key = ColumnSql.key(dataset);
        String columns = ColumnSql.columns(dataset);
        List<LandedFile> changes =
                files.stream().filter(f -> f.kind() == Kind.CHANGE).toList();
        List<LandedFile> removals =
                files.stream().filter(f -> f.kind() == Kind.REMOVAL).toList();
        String versions = changes.isEmpty()
                ? versionsOf(removals, key)
                : removals.isEmpty()
                        ? versionsOf(changes, key)
                        : versionsOf(changes, key) + " union all " + versionsOf(removals, key);
        String latest = "select " + key + ", max(_version) as _version from (" + versions + ") group by " + key;
        String unchanged =
                "select " + columns + " from " + rows(dataset, base) + " as base anti join latest using (" + key + ")";
        List<LandedFile> wantedChanges = changes.stream().filter(wanted).toList();
        if (wantedChanges.isEmpty()) {
            return "with latest as (" + latest + ") " + unchanged;
        }
        String changed = "select " + columns + " from " + rows(dataset, paths(wantedChanges), "_file")
                + " as change inner join " + versionList(changes)
                + " using (_file) semi join latest using (" + key + ", _version)";
        return "with latest as (" + latest + ") " + unchanged + " union all " + changed;
    }

    /** Keys of all files, hidden ones and removals included, as SQL; empty of rows where there is no file. */
    public static String everyKey(Snapshot snapshot, Dataset dataset) {
        List<Path> files = paths(snapshot.files(dataset));
        return files.isEmpty()
                ? "select " + ColumnSql.key(dataset) + " from " + nothing(dataset)
                : "select " + ColumnSql.key(dataset) + " from " + scan(files, "");
    }

    /** Keys of some files, with each file's number in a further column {@code number}. */
    public static String keys(Dataset dataset, Map<Path, Integer> files) {
        String numbers = files.entrySet().stream()
                .map(file -> "(" + SqlText.literal(SqlText.path(file.getKey())) + ", " + file.getValue() + ")")
                .collect(Collectors.joining(", "));
        return "select " + ColumnSql.key(dataset) + ", number from " + scan(files.keySet(), ", filename = '_file'")
                + " inner join (values " + numbers + ") as numbers(_file, number) using (_file)";
    }

    /** Creates a view for each dataset, under its own name. */
    public static void createViews(DuckDbSession session, Snapshot snapshot) {
        for (Dataset dataset : Datasets.all()) {
            session.run(
                    "opening " + dataset,
                    "create view " + SqlText.name(dataset.name()) + " as " + select(snapshot, dataset));
        }
    }

    /** Rows of files with the full schema, whatever the files lack. */
    public static String rows(Dataset dataset, Collection<Path> files) {
        return files.isEmpty()
                ? nothing(dataset)
                : "(from " + nothing(dataset) + " union all by name from " + scan(files, "") + ")";
    }

    /** As {@link #rows(Dataset, Collection)}, with the path of each row's file in a further column. */
    public static String rows(Dataset dataset, Collection<Path> files, String fileColumn) {
        return "(from " + nothing(dataset) + " union all by name from "
                + scan(files, ", filename = " + SqlText.literal(fileColumn)) + ")";
    }

    /** As the other one, with the number of each row within its file, from 0, in {@code file_row_number}. */
    public static String numberedRows(Dataset dataset, Collection<Path> files, String fileColumn) {
        return "(from " + nothing(dataset) + " union all by name from "
                + scan(files, ", file_row_number = true, filename = " + SqlText.literal(fileColumn)) + ")";
    }

    private static String nothing(Dataset dataset) {
        return dataset.columns().stream()
                .map(LakeSql::typedNull)
                .collect(Collectors.joining(", ", "(select ", " where false)"));
    }

    private static String typedNull(Column column) {
        return "cast(null as " + ColumnSql.type(column.type()) + ") as " + SqlText.name(column.name());
    }

    private static String scan(Collection<Path> files, String options) {
        return "read_parquet(" + SqlText.files(files) + ", hive_partitioning = false, union_by_name = true" + options
                + ")";
    }

    private static String versionsOf(List<LandedFile> files, String key) {
        return "select " + key + ", _version from " + scan(paths(files), ", filename = '_file'") + " inner join "
                + versionList(files) + " using (_file)";
    }

    /** Within one commit a change wins over a removal: the row moved to another partition. */
    private static String versionList(List<LandedFile> files) {
        return files.stream()
                .map(file -> "(" + SqlText.literal(SqlText.path(file.path())) + ", "
                        + (file.commit() * 2 + (file.kind() == Kind.CHANGE ? 1 : 0)) + ")")
                .collect(Collectors.joining(", ", "(values ", ") as versions(_file, _version)"));
    }

    private static List<Path> paths(List<LandedFile> files, Kind kind) {
        return files.stream()
                .filter(f -> f.kind() == kind)
                .map(LandedFile::path)
                .toList();
    }

    private static List<Path> paths(List<LandedFile> files) {
        return files.stream().map(LandedFile::path).toList();
    }
}
