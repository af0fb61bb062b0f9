package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @Test
    void a_commit_that_another_process_overtook_is_checked_again() {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        try (TestLake faster = TestLake.open(home, state());
                TestLake slower = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
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
        try (TestLake other = TestLake.open(home, state());
                TestLake lake = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
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
        try (TestLake lake = TestLake.open(home, state())) {
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

    @Test
    void of_two_commits_at_once_the_second_is_checked_against_the_first() throws Exception {
        CountDownLatch isMoved = new CountDownLatch(1);
        ExecutorService process = Executors.newSingleThreadExecutor();
        List<Future<Landed>> second = new ArrayList<>();
        int[] checks = {0};
        try (TestLake later = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == CommitStep.CHECKED) {
                        checks[0]++;
                    }
                    if (step == CommitStep.MOVED) {
                        isMoved.countDown();
                    }
                });
                Landing.Batch batch = later.landing.open();
                TestLake first = new TestLake(home, state(), new TestLake.Clock(), TestLake.SMALL, step -> {
                    if (step == CommitStep.RECORDED) {
                        second.add(process.submit(() -> batch.commit(List.of())));
                        await(isMoved);
                        awaitWriter(second.get(0));
                    }
                })) {
            batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "second"));
            assertThat(first.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "first")))
                    .isEqualTo(new Landed(1, 0, 0, 0, 0));
            assertThat(second.get(0).get()).isEqualTo(new Landed(0, 1, 0, 0, 0));
            assertThat(checks[0]).isEqualTo(2);
            assertThat(first.rows(Datasets.MESSAGE, "id", "parentFolderId")).containsExactly("a second");
        }
        process.shutdown();
    }

    /** Waits until the writer stands before the door, where the database can tell, or is through it. */
    void awaitWriter(Future<Landed> writer) {}

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_processes_commit_the_same_keys_side_by_side() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try (TestLake one = TestLake.open(home, state());
                TestLake two = TestLake.open(home, state())) {
            List<Future<?>> results = List.of(
                    processes.submit(() -> writeRounds(one, "one")), processes.submit(() -> writeRounds(two, "two")));
            for (Future<?> result : results) {
                result.get();
            }
            assertThat(one.rows(Datasets.MESSAGE, "id")).containsExactly("a", "b");
            assertThat(one.rows(Datasets.MESSAGE, "parentFolderId")).doesNotContain("one 0", "two 0");
            assertThat(two.manifest.contents().get(0).rows()).isEqualTo(2);
        }
        processes.shutdown();
    }

    private static void writeRounds(TestLake lake, String writer) {
        for (int round = 0; round < 4; round++) {
            lake.land(
                    Rows.message("a", "u", "2025-01-01T00:00:00Z", writer + " " + round),
                    Rows.message("b", "u", "2025-01-01T00:00:00Z", writer + " " + round));
        }
    }
}
