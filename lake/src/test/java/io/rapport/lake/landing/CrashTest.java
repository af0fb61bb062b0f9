package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.lake.LakeError;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {

    private static final Checkpoint CHECKPOINT = new Checkpoint("graph", "u", "link 2");

    /** The process is gone: nothing after it runs, neither the batch's close nor the lease's end. */
    private static final class Crash extends Error {}

    @TempDir
    Path home;

    StateLocation state() {
        return StateLocation.file(home.resolve("rapport.db"));
    }

    @ParameterizedTest
    @EnumSource(CommitStep.class)
    void a_crash_at_any_step_shows_the_state_before_or_after_and_its_files_are_swept(CommitStep fatal) {
        TestLake.Clock clock = new TestLake.Clock();
        try (TestLake lake = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "x"), Rows.settings("u", "UTC"));
        }
        TestLake dying = new TestLake(home, state(), clock, TestLake.SMALL, step -> {
            if (step == fatal) {
                throw new Crash();
            }
        });
        Landing.Batch batch = dying.landing.open();
        for (int i = 0; i < 9; i++) {
            batch.add(Rows.message("n" + i, "u", "2025-02-01T00:00:00Z", "x"));
        }
        batch.add(Rows.message("a", "u", "2025-01-01T00:00:00Z", "y"));
        assertThatThrownBy(() -> batch.commit(List.of(CHECKPOINT))).isInstanceOf(Crash.class);
        dying.close();

        clock.advance(WriterLease.LENGTH.plusSeconds(1));
        boolean isAfter = fatal == CommitStep.COMMITTED;
        try (TestLake lake = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
            assertThat(lake.rows(Datasets.MESSAGE, "id", "parentFolderId"))
                    .hasSize(isAfter ? 10 : 1)
                    .contains(isAfter ? "a y" : "a x");
            assertThat(lake.landing.findCheckpoint("graph", "u").isPresent()).isEqualTo(isAfter);
            assertThat(lake.files())
                    .containsExactlyInAnyOrderElementsOf(lake.manifest.snapshot().files().stream()
                            .map(file -> file.path())
                            .toList());
            assertThat(lake.land(Rows.message("a", "u", "2025-01-01T00:00:00Z", "y"))
                            .unchanged())
                    .isEqualTo(isAfter ? 1 : 0);
        }
    }

    @Test
    void files_of_a_writer_that_lives_are_left_alone() {
        TestLake.Clock clock = new TestLake.Clock();
        try (TestLake writing = new TestLake(home, state(), clock, TestLake.SMALL, step -> {});
                Landing.Batch batch = writing.landing.open()) {
            for (int i = 0; i < 9; i++) {
                batch.add(Rows.message("n" + i, "u", "2025-02-01T00:00:00Z", "x"));
            }
            clock.advance(WriterLease.LENGTH.minus(Duration.ofSeconds(1)));
            TestLake.open(home, state()).close();
            try (TestLake other = new TestLake(home, state(), clock, TestLake.SMALL, step -> {})) {
                assertThat(other.rows(Datasets.MESSAGE, "id")).isEmpty();
            }
            assertThat(batch.commit(List.of()).added()).isEqualTo(9);
        }
    }

    @Test
    void a_writer_that_was_silent_for_too_long_commits_nothing() {
        TestLake.Clock clock = new TestLake.Clock();
        TestLake.Clock later = new TestLake.Clock();
        later.advance(WriterLease.LENGTH.plusSeconds(1));
        try (TestLake asleep = new TestLake(home, state(), clock, TestLake.SMALL, step -> {
            if (step == CommitStep.MOVED) {
                new TestLake(home, state(), later, TestLake.SMALL, ignored -> {}).close();
            }
        })) {
            try (Landing.Batch batch = asleep.landing.open()) {
                batch.add(Rows.message("a", "u", "2025-02-01T00:00:00Z", "x"));
                assertThatThrownBy(() -> batch.commit(List.of(CHECKPOINT)))
                        .isInstanceOfSatisfying(
                                RapportException.class,
                                e -> assertThat(e.code()).isEqualTo(LakeError.LEASE_LOST));
            }
            assertThat(asleep.manifest.snapshot().files()).isEmpty();
            assertThat(asleep.files()).isEmpty();
            assertThat(asleep.landing.findCheckpoint("graph", "u")).isEmpty();
        }
    }

    @Test
    void a_batch_that_is_closed_without_a_commit_leaves_no_file() {
        try (TestLake lake = TestLake.open(home, state())) {
            try (Landing.Batch batch = lake.landing.open()) {
                for (int i = 0; i < 9; i++) {
                    batch.add(Rows.message("n" + i, "u", "2025-02-01T00:00:00Z", "x"));
                }
            }
            assertThat(lake.files()).isEmpty();
        }
    }

    @Test
    void a_sweep_deletes_what_nobody_knows_and_nothing_else() throws Exception {
        try (TestLake lake = TestLake.open(home, state())) {
            lake.land(Rows.message("a", "u", "2025-02-01T00:00:00Z", "x"));
            Path stray = lake.manifest.snapshot().files().get(0).path().resolveSibling("0123-1-1.parquet");
            java.nio.file.Files.writeString(stray, "x");
            java.nio.file.Files.createDirectories(lake.layout.staging().resolve("0123-1/sub"));

            TestLake.open(home, state()).close();

            assertThat(stray).doesNotExist();
            assertThat(lake.layout.staging()).isEmptyDirectory();
            assertThat(lake.rows(Datasets.MESSAGE, "id")).containsExactly("a");
            assertThat(FolderTree.delete(stray)).isZero();
        }
    }
}
