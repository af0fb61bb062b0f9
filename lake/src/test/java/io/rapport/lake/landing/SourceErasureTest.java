package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Landing;
import io.rapport.lake.LakeError;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.SourceContent;
import io.rapport.lake.retention.Erased;
import io.rapport.lake.retention.SourceErasure;
import io.rapport.lake.retention.SourceErasure.Step;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceErasureTest {

    private static final String ALPHA = "graph/alpha";
    private static final String BETA = "graph/beta";

    /** The process is gone. */
    private static final class Crash extends Error {}

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    /** What a source did to a key; null took it out. */
    private record Deed(
            String source,
            @org.jspecify.annotations.Nullable String row) {}

    @Test
    void after_an_erasure_the_lake_shows_what_the_others_brought() {
        Random random = new Random(20_261_121);
        Map<String, List<Deed>> deeds = new TreeMap<>();
        try (TestLake lake = TestLake.open(home, state())) {
            for (int batch = 0; batch < 24; batch++) {
                String source = random.nextBoolean() ? ALPHA : BETA;
                try (Landing.Batch open = lake.landing.of(source).open()) {
                    Map<String, Deed> last = new TreeMap<>();
                    for (int i = 0; i < 6; i++) {
                        last.put("k" + random.nextInt(12), deed(random, source));
                    }
                    last.forEach((id, deed) -> {
                        perform(open, id, deed);
                        note(deeds, id, deed);
                    });
                    open.commit(List.of());
                }
            }
            assertThat(shown(lake)).isEqualTo(expected(deeds, true));

            Erased erased = erasure(lake, step -> {}).erase(ALPHA);

            assertThat(shown(lake)).isEqualTo(expected(deeds, false));
            assertThat(lake.manifest.contents().stream()
                            .mapToLong(DatasetContent::rows)
                            .sum())
                    .isEqualTo(expected(deeds, false).size());
            assertThat(erased.files()).isPositive();
            requireNothingElseLies(lake);
            assertThat(erasure(lake, step -> {}).erase(ALPHA)).isEqualTo(new Erased(0, 0));
        }
    }

    private static Deed deed(Random random, String source) {
        return new Deed(
                source, random.nextInt(4) == 0 ? null : "2025-0" + (1 + random.nextInt(3)) + " v" + random.nextInt(3));
    }

    private static void perform(Landing.Batch batch, String id, Deed deed) {
        String row = deed.row();
        if (row == null) {
            batch.remove(Datasets.MESSAGE, List.of(id, "u"));
        } else {
            assertThat(batch.add(Rows.message(id, "u", row.substring(0, 7) + "-01T00:00:00Z", row.substring(8))))
                    .isEmpty();
        }
    }

    /** What changes nothing is not known to have been brought. */
    private static void note(Map<String, List<Deed>> deeds, String id, Deed deed) {
        List<Deed> before = deeds.computeIfAbsent(id, added -> new ArrayList<>());
        String shown = before.isEmpty() ? null : before.get(before.size() - 1).row();
        if (!java.util.Objects.equals(shown, deed.row())) {
            before.add(deed);
        }
    }

    private static List<String> expected(Map<String, List<Deed>> deeds, boolean withAlpha) {
        List<String> rows = new ArrayList<>();
        deeds.forEach((id, all) -> {
            List<Deed> counted = all.stream()
                    .filter(deed -> withAlpha || deed.source().equals(BETA))
                    .toList();
            String row =
                    counted.isEmpty() ? null : counted.get(counted.size() - 1).row();
            if (row != null) {
                rows.add(id + " " + row.substring(0, 7) + "-01 00:00:00 " + row.substring(8));
            }
        });
        return rows;
    }

    private static List<String> shown(TestLake lake) {
        return lake.rows(Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId").stream()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void an_erasure_that_dies_at_any_step_is_done_by_running_it_again(Step fatal) {
        try (TestLake lake = TestLake.open(home, state())) {
            land(lake, ALPHA, "a", "b");
            land(lake, BETA, "c");
        }
        TestLake dying = TestLake.open(home, state());
        assertThat(dying.sources.contentsOf(ALPHA)).containsExactly(new SourceContent("Message_v1", 1, 2));
        assertThatThrownBy(() -> erasure(dying, step -> {
                            if (step == fatal) {
                                throw new Crash();
                            }
                        })
                        .erase(ALPHA))
                .isInstanceOf(Crash.class);
        dying.close();

        try (TestLake lake = TestLake.open(home, state())) {
            assertThat(lake.rows(Datasets.MESSAGE, "id"))
                    .isEqualTo(fatal == Step.ENDED ? List.of("a", "b", "c") : List.of("c"));
            erasure(lake, step -> {}).erase(ALPHA);
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("c");
            assertThat(erasure(lake, step -> {}).findRest(ALPHA)).isEmpty();
            assertThat(lake.sources.contentsOf(ALPHA)).isEmpty();
            assertThat(lake.sources.contentsOf(BETA)).containsExactly(new SourceContent("Message_v1", 1, 1));
            requireNothingElseLies(lake);
        }
    }

    @Test
    void what_is_on_its_way_can_not_land_any_more_and_leaves_nothing() {
        try (TestLake lake = TestLake.open(home, state());
                TestLake other = TestLake.open(home, state())) {
            land(lake, BETA, "c");
            try (Landing.Batch late = other.landing.of(ALPHA).open()) {
                for (int i = 0; i < 9; i++) {
                    late.add(Rows.message("late" + i, "u", "2025-02-01T00:00:00Z", "x"));
                }

                lake.sources.end(ALPHA);

                assertThatThrownBy(() -> late.commit(List.of()))
                        .isInstanceOfSatisfying(
                                RapportException.class,
                                e -> assertThat(e.code()).isEqualTo(LakeError.SOURCE_ENDED));
            }
            requireNothingElseLies(lake);
            land(lake, "", "d");
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("c", "d");
        }
    }

    @Test
    void what_a_killed_process_had_put_in_place_and_not_recorded_is_erased_at_once() {
        TestLake dying = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
            if (step == CommitStep.MOVED) {
                throw new Crash();
            }
        });
        Landing.Batch batch = dying.landing.of(ALPHA).open();
        batch.add(Rows.message("a", "u", "2025-02-01T00:00:00Z", "x"));
        assertThatThrownBy(() -> batch.commit(List.of())).isInstanceOf(Crash.class);
        dying.close();
        try (TestLake lake = TestLake.open(home, state())) {
            assertThat(lake.files()).isNotEmpty();

            erasure(lake, step -> {}).erase(ALPHA);

            assertThat(lake.files()).isEmpty();
        }
    }

    private static SourceErasure erasure(TestLake lake, Consumer<Step> listener) {
        return new SourceErasure(lake.layout, lake.manifest, lake.sources, lake::engine, listener);
    }

    private static void land(TestLake lake, String source, String... ids) {
        try (Landing.Batch batch = lake.landing.of(source).open()) {
            for (String id : ids) {
                batch.add(Rows.message(id, "u", "2025-02-01T00:00:00Z", "x"));
            }
            batch.commit(List.of());
        }
    }

    private static void requireNothingElseLies(TestLake lake) {
        assertThat(lake.files())
                .containsExactlyInAnyOrderElementsOf(lake.manifest.snapshot().files().stream()
                        .map(LandedFile::path)
                        .toList());
    }
}
