package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock is put back: commits keep their order, and a writer that lives keeps its files. */
class ClockTest {

    @TempDir
    Path home;

    private final TestLake.Clock clock = new TestLake.Clock();

    @Test
    void what_lands_later_counts_although_the_clock_says_earlier() {
        try (TestLake lake = open()) {
            lake.land(List.of(new Checkpoint("graph", "u", "link 1")), Rows.message("a", "u", null, "old"));
            clock.advance(Duration.ofDays(-400));
            lake.land(List.of(new Checkpoint("graph", "u", "link 2")), Rows.message("a", "u", null, "new"));

            assertThat(lake.rows(Datasets.MESSAGE, "parentFolderId")).containsExactly("new");
            assertThat(lake.landing.findCheckpoint("graph", "u")).contains("link 2");
        }
    }

    @Test
    void a_batch_that_is_open_when_the_clock_is_put_back_is_left_alone_and_commits() {
        try (TestLake writing = open();
                Landing.Batch batch = writing.landing.open()) {
            batch.add(Rows.message("a", "u", null, "x"));
            clock.advance(Duration.ofDays(-1));
            open().close();
            try (TestLake other = open()) {
                other.land(Rows.message("b", "u", null, "x"));
            }

            assertThat(batch.commit(List.of()).added()).isEqualTo(1);
            assertThat(writing.rows(Datasets.MESSAGE, "id")).containsExactly("a", "b");
        }
    }

    private TestLake open() {
        return new TestLake(home, StateLocation.file(home.resolve("rapport.db")), clock, TestLake.SMALL, step -> {});
    }
}
