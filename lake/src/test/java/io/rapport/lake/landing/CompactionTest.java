package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.retention.FoldStep;
import io.rapport.lake.retention.Folded;
import io.rapport.lake.retention.LakeUpkeep;
import io.rapport.lake.retention.SourceErasure;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompactionTest {

    private static final String ALPHA = "graph/alpha";
    private static final String BETA = "graph/beta";
    private static final List<String> SOURCES = List.of("", ALPHA, BETA);

    /** The process is gone. */
    private static final class Crash extends Error {}

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    /** What a source did to a key; null took it out. */
    private record Deed(String source, @Nullable String row) {}

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {7, 42})
    void a_history_with_compactions_in_between_shows_the_same_and_erases_the_same(long seed) {
        Random random = new Random(seed);
        Map<String, List<Deed>> deeds = new TreeMap<>();
        List<Snapshot> pinned = new ArrayList<>();
        List<List<String>> pinnedRows = new ArrayList<>();
        int folds = 0;
        try (TestLake lake = TestLake.open(home, state())) {
            for (int round = 0; round < 24; round++) {
                if (random.nextInt(3) == 0) {
                    pinned.add(lake.manifest.snapshot());
                    pinnedRows.add(shown(lake));
                    folds += lake.upkeep()
                            .compact(Datasets.MESSAGE, Progress.NONE)
                            .filesBefore();
                } else {
                    land(lake, random, deeds);
                }
                assertThat(shown(lake)).as("round %d", round).isEqualTo(expected(deeds, SOURCES));
                assertThat(rows(lake)).isEqualTo(expected(deeds, SOURCES).size());
            }
            assertThat(folds).isPositive();
            for (int i = 0; i < pinned.size(); i++) {
                assertThat(lake.rows(pinned.get(i), Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId"))
                        .isEqualTo(pinnedRows.get(i));
            }
            lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
            erase(lake, ALPHA);
            assertThat(shown(lake)).isEqualTo(expected(deeds, List.of("", BETA)));
            erase(lake, BETA);
            assertThat(shown(lake)).isEqualTo(expected(deeds, List.of("")));
            assertThat(rows(lake)).isEqualTo(shown(lake).size());
            requireNothingElseLies(lake);
        }
    }

    private static void land(TestLake lake, Random random, Map<String, List<Deed>> deeds) {
        String source = SOURCES.get(random.nextInt(3));
        Map<String, Deed> last = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            boolean isRemoval = random.nextInt(4) == 0;
            last.put(
                    "k" + random.nextInt(12),
                    new Deed(source, isRemoval ? null : "2025-0" + (1 + random.nextInt(3)) + " v" + random.nextInt(3)));
        }
        try (Landing.Batch batch = lake.landing.open(source)) {
            last.forEach((id, deed) -> {
                perform(batch, id, deed.row());
                List<Deed> before = deeds.computeIfAbsent(id, added -> new ArrayList<>());
                String row =
                        before.isEmpty() ? null : before.get(before.size() - 1).row();
                if (!Objects.equals(row, deed.row())) {
                    before.add(deed);
                }
            });
            batch.commit(List.of());
        }
    }

    private static void perform(Landing.Batch batch, String id, @Nullable String row) {
        if (row == null) {
            batch.remove(Datasets.MESSAGE, List.of(id, "u"));
        } else {
            assertThat(batch.add(Rows.message(id, "u", row.substring(0, 7) + "-01T00:00:00Z", row.substring(8))))
                    .isEmpty();
        }
    }

    private static List<String> expected(Map<String, List<Deed>> deeds, List<String> sources) {
        List<String> rows = new ArrayList<>();
        deeds.forEach((id, all) -> {
            List<Deed> counted =
                    all.stream().filter(deed -> sources.contains(deed.source())).toList();
            String row =
                    counted.isEmpty() ? null : counted.get(counted.size() - 1).row();
            if (row != null) {
                rows.add(id + " " + row.substring(0, 7) + "-01 00:00:00 " + row.substring(8));
            }
        });
        return rows.stream().sorted().toList();
    }

    @Test
    void what_one_source_brought_becomes_one_base_file_a_month() {
        try (TestLake lake = TestLake.open(home, state())) {
            for (int day = 1; day < 8; day++) {
                lake.land(
                        Rows.message("new" + day, "u", "2025-01-0" + day + "T00:00:00Z", "x"),
                        Rows.message("changing", "u", "2025-01-01T00:00:00Z", "v" + day),
                        Rows.message("moving", "u", "2025-0" + day + "-01T00:00:00Z", "x"),
                        Rows.settings("u" + day, "UTC"),
                        Rows.settings("u", "UTC " + day));
            }
            lake.remove(Datasets.MESSAGE, List.of(List.of("new3", "u")));
            List<String> messages = shown(lake);
            List<String> settings = lake.rows(Datasets.MAILBOX_SETTINGS, "puser", "timeZone");
            int before = lake.manifest.snapshot().files().size();

            Folded folded = lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
            lake.upkeep().compact(Datasets.MAILBOX_SETTINGS, Progress.NONE);

            assertThat(before).isGreaterThan(20);
            assertThat(folded.rowsLeft()).isZero();
            assertThat(shown(lake)).isEqualTo(messages).hasSize(8);
            assertThat(lake.rows(Datasets.MAILBOX_SETTINGS, "puser", "timeZone"))
                    .isEqualTo(settings)
                    .hasSize(8);
            assertThat(lake.manifest.snapshot().files())
                    .extracting(LandedFile::partition)
                    .containsExactlyInAnyOrder("2025-01", "2025-07", "none");
            assertThat(lake.manifest.snapshot().files())
                    .extracting(LandedFile::kind)
                    .containsOnly(Kind.BASE);
            assertThat(lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE)).isEqualTo(Folded.NOTHING);
        }
    }

    @Test
    void a_key_means_the_same_to_who_lands_it_afterwards() {
        try (TestLake lake = TestLake.open(home, state())) {
            lake.land(
                    Rows.message("same", "u", "2025-01-01T00:00:00Z", "x"),
                    Rows.message("changing", "u", "2025-01-01T00:00:00Z", "x"),
                    Rows.message("gone", "u", "2025-01-01T00:00:00Z", "x"));
            lake.land(Rows.message("changing", "u", "2025-02-01T00:00:00Z", "y"));
            lake.remove(Datasets.MESSAGE, List.of(List.of("gone", "u")));
            lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE);

            assertThat(lake.land(
                            Rows.message("same", "u", "2025-01-01T00:00:00Z", "x"),
                            Rows.message("changing", "u", "2025-02-01T00:00:00Z", "z"),
                            Rows.message("gone", "u", "2025-01-01T00:00:00Z", "x"),
                            Rows.message("new", "u", "2025-01-01T00:00:00Z", "x")))
                    .isEqualTo(new Landed(2, 1, 1, 0, 0));
            assertThat(lake.remove(Datasets.MESSAGE, List.of(List.of("same", "u"), List.of("never", "u"))))
                    .isEqualTo(new Landed(0, 0, 0, 0, 1));
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("changing", "gone", "new");
            assertThat(rows(lake)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(FoldStep.class)
    void a_crash_at_any_step_changes_no_row_and_leaves_no_file(FoldStep fatal) {
        TestLake.Clock clock = new TestLake.Clock();
        List<String> before;
        try (TestLake dying = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            fill(dying);
            before = shown(dying);
            assertThatThrownBy(() -> dying.upkeep(step -> {
                                if (step == fatal) {
                                    throw new Crash();
                                }
                            })
                            .compact(Datasets.MESSAGE, Progress.NONE))
                    .isInstanceOf(Crash.class);
        }
        clock.advance(WriterLease.LENGTH.plusSeconds(1));
        try (TestLake lake = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            assertThat(shown(lake)).isEqualTo(before);
            boolean isFolded = fatal == FoldStep.COMMITTED;
            assertThat(lake.manifest.snapshot().files()).hasSize(isFolded ? 1 : 3);
            assertThat(lake.files()).hasSize(isFolded ? 4 : 3);
        }
        clock.advance(LakeUpkeep.GRACE);
        try (TestLake lake = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            requireNothingElseLies(lake);
            lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
            assertThat(shown(lake)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FoldStep.class,
            names = {"WRITTEN", "MOVED"})
    void what_lands_meanwhile_is_neither_lost_nor_hidden(FoldStep meanwhile) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home, state());
                TestLake lake = TestLake.open(home, state())) {
            fill(lake);
            lake.upkeep(step -> {
                        if (step == meanwhile && isFirst.getAndSet(false)) {
                            faster.land(
                                    Rows.message("a", "u", "2025-02-01T00:00:00Z", "faster"),
                                    Rows.message("gone", "u", "2025-01-01T00:00:00Z", "back"));
                            faster.remove(Datasets.MESSAGE, List.of(List.of("b", "u")));
                        }
                    })
                    .compact(Datasets.MESSAGE, Progress.NONE);

            assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a faster", "gone back");
            assertThat(rows(lake)).isEqualTo(2);
            lake.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
            assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a faster", "gone back");
            assertThat(lake.manifest.snapshot().files()).hasSize(2);
        }
    }

    @Test
    void of_two_compactions_and_an_erasure_at_once_each_finds_what_the_others_left() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home, state());
                TestLake lake = TestLake.open(home, state())) {
            fill(lake);
            land(lake, ALPHA, "alpha");
            lake.upkeep(step -> {
                        if (step == FoldStep.MOVED && isFirst.getAndSet(false)) {
                            faster.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
                            erase(faster, ALPHA);
                        }
                    })
                    .compact(Datasets.MESSAGE, Progress.NONE);

            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a", "b");
            requireNothingElseLies(lake);
        }
    }

    @Test
    void a_landing_that_a_compaction_overtook_is_checked_again() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home, state());
                TestLake slower = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == CommitStep.MOVED && isFirst.getAndSet(false)) {
                        faster.upkeep().compact(Datasets.MESSAGE, Progress.NONE);
                    }
                })) {
            fill(faster);
            assertThat(slower.land(
                            Rows.message("a", "u", "2025-01-01T00:00:00Z", "slower"),
                            Rows.message("b", "u", "2025-01-01T00:00:00Z", "x")))
                    .isEqualTo(new Landed(0, 1, 1, 0, 0));
            assertThat(slower.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a slower", "b x");
        }
    }

    /** Three files: a base, a change, a removal. */
    private static void fill(TestLake lake) {
        lake.land(
                Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"),
                Rows.message("b", "u", "2025-01-01T00:00:00Z", "x"),
                Rows.message("gone", "u", "2025-01-01T00:00:00Z", "x"));
        lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "y"));
        lake.remove(Datasets.MESSAGE, List.of(List.of("gone", "u")));
    }

    private static void land(TestLake lake, String source, String id) {
        try (Landing.Batch batch = lake.landing.open(source)) {
            batch.add(Rows.message(id, "u", "2025-02-01T00:00:00Z", "x"));
            batch.commit(List.of());
        }
    }

    private static void erase(TestLake lake, String source) {
        new SourceErasure(lake.layout, lake.manifest, lake.sources, lake::engine, step -> {}).erase(source);
    }

    private static List<String> shown(TestLake lake) {
        return lake.rows(Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId");
    }

    private static long rows(TestLake lake) {
        return lake.manifest.contents().stream().mapToLong(DatasetContent::rows).sum();
    }

    private static void requireNothingElseLies(TestLake lake) {
        assertThat(lake.files())
                .containsExactlyInAnyOrderElementsOf(lake.manifest.snapshot().files().stream()
                        .map(LandedFile::path)
                        .toList());
    }
}
