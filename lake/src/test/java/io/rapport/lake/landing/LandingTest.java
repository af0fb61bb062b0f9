package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Row;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    private TestLake lake;

    @BeforeEach
    void open() {
        lake = TestLake.open(home, state());
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void shows_what_was_committed_in_months_and_one_row_per_key() {
        Landed landed = lake.land(
                Rows.message("a", "u", "2025-01-31T23:59:59Z", "inbox"),
                Rows.message("b", "u", "2025-02-01T00:00:00Z", "inbox"),
                Rows.message("c", "u", null, "drafts"));

        assertThat(landed).isEqualTo(new Landed(3, 0, 0, 0, 0));
        assertThat(lake.rows(Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId"))
                .containsExactly("a 2025-01-31 23:59:59 inbox", "b 2025-02-01 00:00:00 inbox", "c drafts");
        assertThat(lake.manifest.snapshot().files())
                .extracting(LandedFile::partition)
                .containsExactlyInAnyOrder("2025-01", "2025-02", "none");
        assertThat(lake.manifest.snapshot().files())
                .allSatisfy(file -> assertThat(lake.layout.relative(file.path()))
                        .startsWith(
                                file.partition().equals("none")
                                        ? "lake/Message_v1/"
                                        : "lake/Message_v1/month=" + file.partition() + "/"));
    }

    @Test
    void lands_more_months_than_it_keeps_files_open() {
        lake.close();
        lake = TestLake.open(home, state(), ChunkLimits.USUAL);
        Row[] rows = IntStream.range(0, 200)
                .mapToObj(i -> Rows.message(
                        String.format(Locale.ROOT, "m%03d", i),
                        "u",
                        YearMonth.of(1995, 1).plusMonths(i % 150) + "-15T12:00:00Z",
                        "inbox"))
                .toArray(Row[]::new);

        assertThat(lake.land(rows)).isEqualTo(new Landed(200, 0, 0, 0, 0));
        assertThat(lake.rows(Datasets.MESSAGE, "id")).hasSize(200);
        assertThat(lake.manifest.snapshot().files())
                .extracting(LandedFile::partition)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 150)
                        .mapToObj(i -> YearMonth.of(1995, 1).plusMonths(i).toString())
                        .toList());
        assertThat(lake.land(rows)).isEqualTo(new Landed(0, 0, 200, 0, 0));
    }

    @Test
    void the_same_rows_again_change_nothing() {
        Row[] rows = {
            Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"),
            Rows.message("b", "u", "2025-01-02T00:00:00Z", "x"),
            Rows.settings("u", "Europe/Zurich")
        };
        lake.land(rows);
        Snapshot before = lake.manifest.snapshot();

        assertThat(lake.land(rows)).isEqualTo(new Landed(0, 0, 3, 0, 0));
        assertThat(lake.manifest.snapshot()).isEqualTo(before);
        assertThat(lake.files()).hasSize(before.files().size());
    }

    @Test
    void a_changed_row_replaces_and_a_removed_one_is_gone_and_may_return() {
        lake.land(
                Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"),
                Rows.message("b", "u", "2025-01-02T00:00:00Z", "x"));

        assertThat(lake.land(
                        Rows.message("a", "u", "2025-01-01T00:00:00Z", "y"),
                        Rows.message("b", "u", "2025-01-02T00:00:00Z", "x"),
                        Rows.message("c", "u", "2025-01-03T00:00:00Z", "x")))
                .isEqualTo(new Landed(1, 1, 1, 0, 0));
        assertThat(lake.remove(Datasets.MESSAGE, List.of(List.of("b", "u"), List.of("never", "u"))))
                .isEqualTo(new Landed(0, 0, 0, 0, 1));
        assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a y", "c x");

        assertThat(lake.land(Rows.message("b", "u", "2025-01-02T00:00:00Z", "x")))
                .isEqualTo(new Landed(1, 0, 0, 0, 0));
        assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a y", "b x", "c x");
        assertThat(lake.manifest.contents().get(0).rows()).isEqualTo(3);
    }

    @Test
    void within_a_batch_the_last_word_counts_within_a_chunk_and_across() {
        Landed landed;
        try (Landing.Batch batch = lake.landing.open()) {
            batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "first"));
            batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "second"));
            batch.add(Rows.message("b", "u", "2025-01-01T00:00:00Z", "first"));
            batch.remove(Datasets.MESSAGE, List.of("b", "u"));
            batch.add(Rows.message("a", "u", "2025-02-01T00:00:00Z", "third"));
            batch.remove(Datasets.MESSAGE, List.of("c", "u"));
            batch.add(Rows.message("c", "u", "2025-02-01T00:00:00Z", "first"));
            landed = batch.commit(List.of());
        }

        assertThat(landed).isEqualTo(new Landed(2, 0, 0, 3, 0));
        assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a third", "c first");
    }

    @Test
    void a_row_that_moves_to_another_month_is_removed_where_it_was() {
        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
        lake.land(Rows.message("a", "u", "2025-03-01T00:00:00Z", "x"));

        assertThat(lake.rows(Datasets.MESSAGE, "id", "sentDateTime")).containsExactly("a 2025-03-01 00:00:00");
        assertThat(lake.manifest.snapshot().files())
                .extracting(file -> file.kind() + " " + file.partition())
                .containsExactly("BASE 2025-01", "CHANGE 2025-03", "REMOVAL 2025-01");

        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "back"));
        assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a back");
    }

    @Test
    void checkpoints_come_with_the_rows() {
        Checkpoint first = new Checkpoint("graph", "u/inbox", "link 1");
        lake.land(List.of(first), Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
        lake.land(List.of(new Checkpoint("graph", "u/inbox", "link 2")));

        assertThat(lake.landing.findCheckpoint("graph", "u/inbox")).contains("link 2");
        assertThat(lake.landing.findCheckpoint("graph", "u/sent")).isEmpty();
        try (Landing.Batch batch = lake.landing.open()) {
            batch.add(Rows.message("b", "u", "2025-01-01T00:00:00Z", "x"));
        }
        assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a");
    }

    @Test
    void a_snapshot_stays_as_it_was_while_others_commit() {
        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
        Snapshot pinned = lake.manifest.snapshot();

        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "y"), Rows.message("b", "u", null, "y"));
        lake.remove(Datasets.MESSAGE, List.of(List.of("a", "u")));

        assertThat(lake.rows(pinned, Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a x");
        assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("b y");
    }

    @Test
    void an_empty_lake_has_every_dataset_with_its_columns() {
        assertThat(lake.manifest.snapshot()).isEqualTo(new Snapshot(0, List.of()));
        Datasets.all()
                .forEach(dataset ->
                        assertThat(lake.rows(dataset, dataset.key().get(0))).isEmpty());
    }

    @Test
    void lists_the_checkpoints_of_a_scope_and_of_no_other() {
        lake.land(List.of(
                new Checkpoint("graph/a", "sent", "link 2"),
                new Checkpoint("graph/a", "inbox", "link 1"),
                new Checkpoint("graph/b", "inbox", "link 3")));

        assertThat(lake.landing.checkpoints("graph/a"))
                .containsExactly(entry("inbox", "link 1"), entry("sent", "link 2"));
        assertThat(lake.landing.checkpoints("graph/c")).isEmpty();
    }

    @Test
    void forgets_the_checkpoints_of_a_scope_and_of_those_below_it() {
        lake.land(List.of(
                new Checkpoint("graph/a", "round", "1"),
                new Checkpoint("graph/a/mail/u", "inbox", "link 1"),
                new Checkpoint("graph/ab", "round", "2")));

        lake.landing.forget("graph/a");

        assertThat(lake.landing.checkpoints("graph/a")).isEmpty();
        assertThat(lake.landing.checkpoints("graph/a/mail/u")).isEmpty();
        assertThat(lake.landing.checkpoints("graph/ab")).hasSize(1);
    }

    @Test
    void commits_only_while_what_it_builds_on_still_stands() {
        Checkpoint mine = new Checkpoint("graph", "round", "1");
        lake.land(List.of(mine));
        try (Landing.Batch batch = lake.landing.open()) {
            batch.add(Rows.message("a", "u", "2025-01-31T23:59:59Z", "inbox"));
            batch.commit(List.of(new Checkpoint("graph", "u/inbox", "link 1")), mine);
        }
        lake.land(List.of(new Checkpoint("graph", "round", "2")));

        try (Landing.Batch batch = lake.landing.open()) {
            batch.add(Rows.message("b", "u", "2025-01-31T23:59:59Z", "inbox"));
            Refusal.of(
                    LakeError.COMMIT_SUPERSEDED,
                    () -> batch.commit(List.of(new Checkpoint("graph", "u/inbox", "link 2")), mine));
        }

        assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a");
        assertThat(lake.landing.findCheckpoint("graph", "u/inbox")).contains("link 1");
    }

    @Test
    void finds_the_visible_keys_that_a_column_names() {
        lake.land(Rows.message("a", "u", "2025-01-31T23:59:59Z", "inbox"), Rows.message("b", "u", null, "inbox"));
        lake.land(Rows.message("c", "v", "2025-01-31T23:59:59Z", "inbox"));
        lake.land(Rows.message("a", "u", "2025-01-31T23:59:59Z", "sent"));
        lake.remove(Datasets.MESSAGE, List.of(List.of("b", "u")));
        List<List<String>> found = new ArrayList<>();

        lake.landing.eachKey(Datasets.MESSAGE, "puser", "u", found::add);
        lake.landing.eachKey(Datasets.USER, "ptenant", "t", found::add);

        assertThat(found).containsExactly(List.of("a", "u"));
    }
}
