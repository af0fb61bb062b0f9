package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Row;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.progress.Progress;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.retention.FoldStep;
import io.rapport.lake.retention.LakeUpkeep;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {

    private static final KeptMonths FROM_MARCH = new KeptMonths(YearMonth.of(2025, 3));
    private static final List<String> SOURCES = List.of("", "graph/alpha", "graph/beta");

    /** The process is gone. */
    private static final class Crash extends Error {}

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @Test
    void what_is_shown_of_kept_months_stays_and_of_former_ones_nothing() {
        Random random = new Random(20_261_122);
        try (TestLake lake = TestLake.open(home, state())) {
            for (int month = 1; month <= 5; month++) {
                for (int round = 0; round < 4; round++) {
                    land(lake, random);
                }
                KeptMonths kept = new KeptMonths(YearMonth.of(2025, month));
                List<String> expected = shown(lake).stream()
                        .filter(row -> row.contains(" none ")
                                || row.substring(4, 11).compareTo(kept.first().toString()) >= 0)
                        .toList();

                long left = retain(lake, kept);

                assertThat(shown(lake)).as("kept from %s", kept).isEqualTo(expected);
                assertThat(rows(lake, Datasets.MESSAGE)).isEqualTo(expected.size());
                assertThat(left).isNotNegative();
                assertThat(lake.manifest.snapshot().files()).allMatch(file -> !kept.isFormer(file.partition()));
            }
            assertThat(shown(lake)).isNotEmpty();
        }
    }

    /** Rows of five months and of none, over a few keys that move from one to another. */
    private static void land(TestLake lake, Random random) {
        Map<String, String> last = new TreeMap<>();
        for (int i = 0; i < 6; i++) {
            last.put("k" + (10 + random.nextInt(20)), random.nextInt(5) == 0 ? "" : "2025-0" + (1 + random.nextInt(6)));
        }
        try (Landing.Batch batch = lake.landing.open(SOURCES.get(random.nextInt(3)))) {
            last.forEach((id, month) -> {
                if (month.isEmpty()) {
                    batch.remove(Datasets.MESSAGE, List.of(id, "u"));
                } else {
                    assertThat(batch.add(Rows.message(
                                    id,
                                    "u",
                                    random.nextInt(8) == 0 ? null : month + "-01T00:00:00Z",
                                    "v" + random.nextInt(3))))
                            .isEmpty();
                }
            });
            batch.commit(List.of());
        }
    }

    @Test
    void a_row_of_a_former_month_does_not_come_back_and_counts_as_former() {
        try (TestLake lake = TestLake.open(home, state())) {
            lake.land(
                    message("old", "2025-01"),
                    message("moved", "2025-04"),
                    message("kept", "2025-03"),
                    Rows.message("undated", "u", null, "x"),
                    Rows.settings("u", "UTC"));
            assertThat(retain(lake, FROM_MARCH)).isEqualTo(1);

            assertThat(lake.land(
                            message("old", "2025-01"),
                            message("older", "2024-12"),
                            message("moved", "2025-02"),
                            message("kept", "2025-03"),
                            message("new", "2025-05")))
                    .isEqualTo(new Landed(1, 0, 1, 0, 1, 3));
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("kept", "new", "undated");
            assertThat(rows(lake, Datasets.MESSAGE)).isEqualTo(3);
            assertThat(rows(lake, Datasets.MAILBOX_SETTINGS)).isEqualTo(1);

            lake.upkeep().keepAll();
            assertThat(lake.land(message("old", "2025-01"))).isEqualTo(new Landed(1, 0, 0, 0, 0));
        }
    }

    @Test
    void contact_activity_that_left_is_not_derived_anew() {
        try (TestLake lake = TestLake.open(home, state())) {
            sync(lake, "2025-01-10T00:00:00Z", contact("a", "2024-06-01"), contact("b", "2025-01-05"));
            assertThat(activity(lake)).hasSize(2);
            assertThat(retain(lake, FROM_MARCH)).isEqualTo(2);
            assertThat(activity(lake)).isEmpty();
            assertThat(rows(lake, Datasets.CONTACT)).isEqualTo(2);

            sync(lake, "2025-04-10T00:00:00Z", contact("a", "2024-06-01"), contact("c", "2025-04-02"));

            assertThat(activity(lake)).containsExactly("2025-04-02 00:00:00 ContactCreated");
        }
    }

    @ParameterizedTest
    @EnumSource(FoldStep.class)
    void a_crash_at_any_step_is_mended_by_running_it_again(FoldStep fatal) {
        TestLake.Clock clock = new TestLake.Clock();
        try (TestLake dying = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            fill(dying);
            assertThatThrownBy(() -> dying.upkeep(step -> {
                                if (step == fatal) {
                                    throw new Crash();
                                }
                            })
                            .retain(Datasets.MESSAGE, FROM_MARCH, Progress.NONE))
                    .isInstanceOf(Crash.class);
        }
        clock.advance(WriterLease.LENGTH.plusSeconds(1));
        try (TestLake lake = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            boolean isDone = fatal == FoldStep.COMMITTED;
            assertThat(lake.rows(Datasets.MESSAGE, "id")).hasSize(isDone ? 2 : 3);
            assertThat(retain(lake, FROM_MARCH)).isEqualTo(isDone ? 0 : 1);
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("kept", "moving");
            clock.advance(LakeUpkeep.GRACE);
            assertThat(lake.upkeep().sweep()).isPositive();
            assertThat(lake.files())
                    .containsExactlyInAnyOrderElementsOf(lake.manifest.snapshot().files().stream()
                            .map(LandedFile::path)
                            .toList());
        }
    }

    @Test
    void what_lands_meanwhile_is_counted_once() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home, state());
                TestLake lake = TestLake.open(home, state())) {
            fill(lake);
            lake.upkeep(step -> {
                        if (step == FoldStep.MOVED && isFirst.getAndSet(false)) {
                            faster.remove(Datasets.MESSAGE, List.of(List.of("old", "u")));
                            faster.land(message("moving", "2025-04"), message("new", "2025-03"));
                        }
                    })
                    .retain(Datasets.MESSAGE, FROM_MARCH, Progress.NONE);

            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("kept", "moving", "new");
            assertThat(rows(lake, Datasets.MESSAGE)).isEqualTo(3);
        }
    }

    @Test
    void who_reads_an_older_snapshot_comes_to_the_end() {
        try (TestLake lake = TestLake.open(home, state())) {
            fill(lake);
            Snapshot before = lake.manifest.snapshot();
            retain(lake, FROM_MARCH);
            assertThat(lake.upkeep().sweep()).isZero();
            assertThat(lake.rows(before, Datasets.MESSAGE, "id")).containsExactly("kept", "moving", "old");
        }
    }

    /** One row of a former month, one of a kept one, and one that moved from the former to a kept one. */
    private static void fill(TestLake lake) {
        lake.land(message("old", "2025-01"), message("kept", "2025-03"), message("moving", "2025-02"));
        lake.land(message("moving", "2025-03"));
    }

    private static Row message(String id, String month) {
        return Rows.message(id, "u", month + "-01T00:00:00Z", "x");
    }

    private static long retain(TestLake lake, KeptMonths kept) {
        LakeUpkeep upkeep = lake.upkeep();
        upkeep.keep(kept);
        return Datasets.all().stream()
                .mapToLong(
                        dataset -> upkeep.retain(dataset, kept, Progress.NONE).rowsLeft())
                .sum();
    }

    private static void sync(TestLake lake, String at, Row... contacts) {
        try (Landing.Batch batch = lake.landing.open()) {
            for (Row contact : contacts) {
                assertThat(batch.add(contact)).isEmpty();
            }
            batch.deriveActivity(
                    new ContactSync("session", "contoso.onmicrosoft.com", Instant.parse(at), Set.of("mira")));
            batch.commit(List.of());
        }
    }

    private static Row contact(String id, String created) {
        return Rows.row(
                Datasets.CONTACT,
                "id",
                id,
                "puser",
                "mira",
                "ptenant",
                "tenant",
                "createdDateTime",
                created + "T00:00:00Z",
                "lastModifiedDateTime",
                created + "T00:00:00Z");
    }

    private static List<String> activity(TestLake lake) {
        return lake.rows(Datasets.OUTLOOK_CONTACT_ACTIVITY, "StartTime", "SignalType");
    }

    /** Key, month or none, and what stands in the row. */
    private static List<String> shown(TestLake lake) {
        List<String> rows = new ArrayList<>();
        for (String row : lake.rows(Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId")) {
            String[] words = row.split(" ", -1);
            rows.add(words.length == 2 ? words[0] + " none " + words[1] : row);
        }
        return rows;
    }

    private static long rows(TestLake lake, Dataset dataset) {
        return lake.manifest.contents().stream()
                .filter(content -> content.dataset().equals(dataset))
                .mapToLong(DatasetContent::rows)
                .sum();
    }
}
