package io.rapport.lake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.parquet.ColumnSql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeSqlTest {

    @TempDir
    Path folder;

    private DuckDb engine;
    private DuckDbSession session;

    @BeforeEach
    void open() {
        engine = DuckDb.open(new DuckDbSettings(256L << 20, 2, folder.resolve("tmp")));
        session = engine.connect();
    }

    @AfterEach
    void close() {
        session.close();
        engine.close();
    }

    @Test
    void a_column_that_an_older_file_lacks_is_null_and_a_surplus_one_is_not_read() {
        Snapshot snapshot = new Snapshot(
                2,
                List.of(
                        file("old", Kind.BASE, 1, "select 'a' as puser, 'gone' as dropped"),
                        file("new", Kind.BASE, 2, "select 'UTC' as \"timeZone\", 'b' as puser")));

        LakeSql.createViews(session, snapshot);

        assertThat(session.list(
                        "reading",
                        "select puser || coalesce(\"timeZone\", ' none') || (\"workingHours\" is null)"
                                + " from MailboxSettings_v0 order by puser",
                        row -> row.getString(1)))
                .containsExactly("a nonetrue", "bUTCtrue");
    }

    @Test
    void every_view_has_the_schemas_columns_and_types_also_where_it_is_empty() {
        LakeSql.createViews(session, new Snapshot(0, List.of()));
        Datasets.all().forEach(dataset -> {
            List<String> columns = session.list(
                    "describing",
                    "select column_name || ' ' || column_type from (describe " + SqlText.name(dataset.name()) + ")",
                    row -> row.getString(1));
            List<String> expected =
                    dataset.columns().stream().map(this::described).toList();
            assertThat(columns).isEqualTo(expected);
        });
    }

    private String described(Column column) {
        return session.list(
                        "describing",
                        "select column_name || ' ' || column_type from (describe select cast(null as "
                                + ColumnSql.type(column.type()) + ") as " + SqlText.name(column.name()) + ")",
                        row -> row.getString(1))
                .get(0);
    }

    @Test
    void of_several_versions_the_latest_commit_counts_and_a_change_beats_the_removal_beside_it() {
        Snapshot snapshot = new Snapshot(
                4,
                List.of(
                        file("1", Kind.BASE, 1, "select unnest(['a', 'b', 'c', 'd']) as puser, 'one' as \"timeZone\""),
                        file("2", Kind.CHANGE, 2, "select unnest(['a', 'b']) as puser, 'two' as \"timeZone\""),
                        file("3", Kind.REMOVAL, 3, "select unnest(['b', 'c']) as puser"),
                        file("4", Kind.CHANGE, 4, "select unnest(['c', 'a']) as puser, 'four' as \"timeZone\""),
                        file("5", Kind.REMOVAL, 4, "select 'a' as puser")));

        assertThat(session.list(
                        "reading",
                        "select puser || ' ' || \"timeZone\" from ("
                                + LakeSql.select(snapshot, Datasets.MAILBOX_SETTINGS) + ") order by puser",
                        row -> row.getString(1)))
                .containsExactly("a four", "c four", "d one");
    }

    @Test
    void partition_by_partition_it_is_the_same_rows_each_once() {
        Snapshot snapshot = new Snapshot(
                4,
                List.of(
                        file("1", Kind.BASE, 1, "10", "select unnest(['a', 'b', 'c']) as puser, 'one' as \"timeZone\""),
                        file("2", Kind.BASE, 1, "11", "select unnest(['d', 'e']) as puser, 'one' as \"timeZone\""),
                        // A row that moved: gone from the one partition, there in the other.
                        file("3", Kind.REMOVAL, 3, "10", "select 'a' as puser"),
                        file("4", Kind.CHANGE, 3, "11", "select 'a' as puser, 'moved' as \"timeZone\""),
                        file("5", Kind.CHANGE, 4, "12", "select 'e' as puser, 'moved' as \"timeZone\""),
                        file("6", Kind.REMOVAL, 4, "13", "select 'b' as puser")));

        assertThat(LakeSql.partitions(snapshot, Datasets.MAILBOX_SETTINGS)).containsExactly("10", "11", "12");
        assertThat(rows(snapshot, "10")).containsExactly("c one");
        assertThat(rows(snapshot, "11")).containsExactly("a moved", "d one");
        assertThat(rows(snapshot, "12")).containsExactly("e moved");
    }

    private List<String> rows(Snapshot snapshot, String partition) {
        return session.list(
                "reading",
                "select puser || ' ' || \"timeZone\" from ("
                        + LakeSql.select(snapshot, Datasets.MAILBOX_SETTINGS, partition) + ") order by puser",
                row -> row.getString(1));
    }

    private LandedFile file(String name, Kind kind, long commit, String select) {
        return file(name, kind, commit, "none", select);
    }

    private LandedFile file(String name, Kind kind, long commit, String partition, String select) {
        Path path = folder.resolve(name + ".parquet");
        session.run("writing", "copy (" + select + ") to " + SqlText.literal(SqlText.path(path)));
        return new LandedFile(Datasets.MAILBOX_SETTINGS, path, kind, commit, partition, 1, 1);
    }
}
