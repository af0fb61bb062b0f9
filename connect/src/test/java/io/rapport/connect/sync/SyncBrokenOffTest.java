package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.connect.ConnectError;
import io.rapport.connect.graph.FakeTransport;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rounds that are killed, ended or overtaken, wherever they are. */
class SyncBrokenOffTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final Synced synced = new Synced(tenant);

    @Test
    void a_round_that_dies_anywhere_is_taken_up_where_it_was() {
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.MESSAGE);
        int pieces = pieces();
        for (int dies = 1; dies <= pieces; dies += 7) {
            Synced other = new Synced(tenant);
            int[] heard = {0};
            int last = dies;
            tenant.faults = path -> {
                if (++heard[0] == last) {
                    throw new IllegalStateException("killed");
                }
                return null;
            };
            assertThatThrownBy(other::round).hasMessage("killed");
            int openAfter = other.landing.openBatches;
            tenant.faults = path -> null;

            other.round();

            assertThat(openAfter).as("batches left open").isZero();
            assertThat(other.rows(Datasets.MESSAGE))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
    }

    private int pieces() {
        int[] heard = {0};
        tenant.faults = path -> {
            heard[0]++;
            return null;
        };
        new Synced(tenant).round();
        return heard[0];
    }

    @Test
    void a_long_first_reading_goes_on_where_it_was_broken_off() {
        FakeTenant large = new FakeTenant().person("mira");
        IntStream.range(0, 60).forEach(i -> large.message("mira", "m" + i, "inbox", "2026-11-10T08:00:00Z"));
        Synced other = new Synced(large);
        int[] pages = {0};
        large.faults = path -> {
            if (path.contains("inbox/messages/delta") && ++pages[0] == 15) {
                throw new IllegalStateException("killed");
            }
            return null;
        };
        assertThatThrownBy(other::round).hasMessage("killed");
        large.faults = path -> null;
        large.paths.clear();

        other.round();

        assertThat(other.rows(Datasets.MESSAGE)).hasSize(60);
        assertThat(large.paths.stream()
                        .filter(path -> path.contains("inbox/messages/delta"))
                        .count())
                .isLessThan(10);
    }

    @Test
    void of_two_rounds_at_once_only_the_later_one_commits() throws InterruptedException {
        SyncRound second = synced.prepare();
        boolean[] hasBegun = {false};
        assertThatThrownBy(() -> synced.round((task, done, total) -> {
                    if (total > 0 && !hasBegun[0]) {
                        hasBegun[0] = true;
                        try {
                            second.run(io.rapport.core.progress.Progress.NONE);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .hasMessage("taken over");

        assertThat(synced.rows(Datasets.MESSAGE)).hasSize(18);
    }

    @Test
    void a_round_stops_soon_after_its_connection_was_ended_even_while_it_waits() {
        Instant start = synced.loop.now();
        tenant.faults = path ->
                path.contains("/delta?") ? FakeTransport.error(429, "TooManyRequests", "retry-after", "60") : null;

        assertThatThrownBy(() -> synced.round((task, done, total) -> {
                    if (total > 0) {
                        synced.landing.forget("graph/mail");
                    }
                }))
                .isInstanceOfSatisfying(
                        RapportException.class, e -> assertThat(e.code()).isEqualTo(ConnectError.SYNC_ENDED));
        assertThat(Duration.between(start, synced.loop.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(synced.landing.openBatches).isZero();
    }
}
