package io.rapport.lake.retention;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.SourcedFile;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the keys that stand in change and removal files, in temporary tables of one connection. Of each key the
 * last word of each source is kept, so that erasing one source still shows what the others said. The lowest of those is a
 * base row again, or nothing where it is a removal; the others keep their order as ranks, from 1.
 */
final class FoldTables {

    private final DuckDbSession session;
    private final Dataset dataset;
    private final String key;
    private final String doing;
    private final List<SourcedFile> files;
    private final List<String> sources;
    private final Optional<KeptMonths> kept;

    /** What of a rank above 0 has to be written. */
    record Residue(String source, int rank, String partition, boolean isRemoval) {}

    /**
     * @param files all of the dataset
     * @param kept rows of former months leave, as if their sources had removed them
     */
    FoldTables(DuckDbSession session, Dataset dataset, List<SourcedFile> files, Optional<KeptMonths> kept) {
        this.session = session;
        this.dataset = dataset;
        this.key = ColumnSql.key(dataset);
        this.doing = "folding the files of " + dataset;
        this.files = List.copyOf(files);
        this.sources = files.stream().map(SourcedFile::source).distinct().toList();
        this.kept = kept;
        createFiles();
    }

    /** Answers with the base files that hold one of the keys. */
    List<SourcedFile> fold() {
        run("create or replace temp table changed as " + LakeSql.keys(dataset, numbers(file -> !file.isBase())));
        Map<Path, Integer> base = numbers(SourcedFile::isBase);
        run("create or replace temp table touched as "
                + (base.isEmpty()
                        ? "from changed where false"
                        : "from (" + LakeSql.keys(dataset, base) + ") semi join changed using (" + key + ")"));
        run("create or replace temp table last_word as select " + key
                + ", source, max(version) as version, arg_max(is_row, version) as is_row,"
                + " arg_max(partition, version) as partition from (from changed union all from touched)"
                + " inner join folded_file using (number) group by " + key + ", source");
        run("create or replace temp table first_row as select " + key
                + ", min(version) as first_version from last_word where is_row group by " + key);
        run("create or replace temp table kept_word as select * exclude (first_version),"
                + " row_number() over (partition by " + key + " order by version, source) - 1 as rank,"
                + " max(partition) filter (where is_row) over (partition by " + key + ") as row_partition"
                + " from last_word inner join first_row using (" + key + ") where version >= first_version");
        run("create or replace temp table left_base as select " + key + ", source from touched inner join folded_file"
                + " using (number) anti join (from kept_word where version = 0 and rank = 0 and is_row) using (" + key
                + ", source)");
        Set<Integer> found =
                new HashSet<>(session.list(doing, "select distinct number from touched", row -> row.getInt(1)));
        List<SourcedFile> touched = new ArrayList<>();
        found.stream().sorted().forEach(number -> touched.add(files.get(number)));
        return touched;
    }

    /** Without any change or removal file. */
    void foldNothing() {
        String nothing = LakeSql.everyKey(new Snapshot(0, List.of()), dataset);
        run("create or replace temp table left_base as select *, 0 as source from (" + nothing + ")");
        run("create or replace temp table kept_word as select *, 0 as source, cast(0 as bigint) as version,"
                + " false as is_row, 0 as rank, '' as partition, '' as row_partition from (" + nothing + ")");
    }

    /** What has to stay beside the base files; nothing where no two sources speak of the same key. */
    List<Residue> residues() {
        return session
                .list(
                        doing,
                        "select distinct source, rank, " + placed() + ", not is_row from kept_word where rank > 0",
                        row -> new Residue(
                                sources.get(row.getInt(1)), row.getInt(2), row.getString(3), row.getBoolean(4)))
                .stream()
                .sorted(Comparator.comparingInt(Residue::rank)
                        .thenComparing(Residue::source)
                        .thenComparing(Residue::partition)
                        .thenComparing(Residue::isRemoval))
                .toList();
    }

    /** A removal lies beside a row that it hides. */
    private static String placed() {
        return "case when is_row then partition else row_partition end";
    }

    /**
     * The rows of a source and partition that nothing of that source hides, and no lower word of another.
     *
     * @param inputs files of this source and partition
     */
    String rows(List<SourcedFile> inputs, String source) {
        String base = "select " + ColumnSql.columns(dataset) + " from "
                + LakeSql.rows(dataset, paths(inputs.stream().filter(SourcedFile::isBase)))
                + " anti join (from left_base where source = " + sources.indexOf(source) + ") using (" + key + ")";
        List<Path> changes = paths(inputs.stream().filter(file -> !file.isBase()));
        return changes.isEmpty()
                ? "(" + base + ")"
                : "(" + base + " union all select " + ColumnSql.columns(dataset) + " from " + words(changes, source, 0)
                        + ")";
    }

    /** The same for a rank above 0. */
    String rows(List<SourcedFile> inputs, Residue residue) {
        return "(select " + ColumnSql.columns(dataset) + " from "
                + words(paths(inputs.stream()), residue.source(), residue.rank()) + ")";
    }

    String removals(Residue residue) {
        return "(select " + key + " from kept_word where not is_row and " + isOf(residue.source(), residue.rank())
                + " and row_partition = " + SqlText.literal(residue.partition()) + ")";
    }

    private String words(List<Path> paths, String source, int rank) {
        return LakeSql.rows(dataset, paths, "_file") + " inner join folded_file using (_file) semi join (from kept_word"
                + " where is_row and " + isOf(source, rank) + ") using (" + key + ", version)";
    }

    private String isOf(String source, int rank) {
        return "source = " + sources.indexOf(source) + " and rank = " + rank;
    }

    private void createFiles() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            SourcedFile file = files.get(i);
            boolean isRow = file.file().kind() != Kind.REMOVAL
                    && kept.filter(months -> months.isFormer(file.partition())).isEmpty();
            lines.add("(" + i + ", " + SqlText.literal(SqlText.path(file.file().path())) + ", "
                    + sources.indexOf(file.source()) + ", cast(" + file.version() + " as bigint), " + isRow + ", "
                    + SqlText.literal(file.partition()) + ")");
        }
        run("create or replace temp table folded_file as select * from (values " + String.join(", ", lines)
                + ") as f(number, _file, source, version, is_row, partition)");
    }

    private Map<Path, Integer> numbers(Predicate<SourcedFile> wanted) {
        Map<Path, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            if (wanted.test(files.get(i))) {
                numbers.put(files.get(i).file().path(), i);
            }
        }
        return numbers;
    }

    private static List<Path> paths(Stream<SourcedFile> files) {
        return files.filter(file -> file.file().kind() != Kind.REMOVAL)
                .map(file -> file.file().path())
                .collect(Collectors.toList());
    }

    private void run(String sql) {
        session.run(doing, sql);
    }
}
