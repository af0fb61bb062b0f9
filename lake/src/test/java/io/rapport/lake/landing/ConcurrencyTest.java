package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing.Landed;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    @TempDir
    Path home;

    @Test
    void a_commit_that_another_process_overtook_is_checked_again() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home);
                TestLake slower = new TestLake(home, new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == CommitStep.MOVED && isFirst.getAndSet(false)) {
                        faster.land(
                                Rows.message("a", "u", "2025-01-01T00:00:00Z", "faster"),
                                Rows.message("same", "u", "2025-01-01T00:00:00Z", "x"));
                    }
                })) {
            Landed landed = slower.land(
                    Rows.message("a", "u", "2025-01-01T00:00:00Z", "slower"),
                    Rows.message("same", "u", "2025-01-01T00:00:00Z", "x"),
                    Rows.message("b", "u", "2025-01-01T00:00:00Z", "slower"));

            assertThat(landed).isEqualTo(new Landed(1, 1, 1, 0, 0));
            assertThat(slower.rows(Datasets.MESSAGE, "id", "parentFolderId"))
                    .containsExactly("a slower", "b slower", "same x");
            assertThat(slower.files())
                    .hasSize(slower.manifest.snapshot().files().size());
        }
    }

    @Test
    void a_commit_to_another_dataset_does_not_stand_in_the_way() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        int[] checks = {0};
        try (TestLake other = TestLake.open(home);
                TestLake lake = new TestLake(home, new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == CommitStep.CHECKED) {
                        checks[0]++;
                    }
                    if (step == CommitStep.MOVED && isFirst.getAndSet(false)) {
                        other.land(Rows.settings("u", "UTC"));
                    }
                })) {
            lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"));
            assertThat(checks[0]).isEqualTo(1);
            assertThat(lake.manifest.contents()).hasSize(2);
        }
    }

    @Test
    void batches_of_one_process_commit_the_same_keys_side_by_side() throws Exception {
        try (TestLake lake = TestLake.open(home)) {
            ExecutorService writers = Executors.newFixedThreadPool(2);
            List<Future<?>> results = List.of(
                    writers.submit(() -> writeRounds(lake, "one")), writers.submit(() -> writeRounds(lake, "two")));
            for (Future<?> result : results) {
                result.get();
            }
            writers.shutdown();

            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a", "b");
            assertThat(lake.rows(Datasets.MESSAGE, "parentFolderId")).doesNotContain("one 0", "two 0");
            assertThat(lake.manifest.contents().get(0).rows()).isEqualTo(2);
        }
    }

    private static void writeRounds(TestLake lake, String writer) {
        for (int round = 0; round < 4; round++) {
            lake.land(
                    Rows.message("a", "u", "2025-01-01T00:00:00Z", writer + " " + round),
                    Rows.message("b", "u", "2025-01-01T00:00:00Z", writer + " " + round));
        }
    }
}
