package io.rapport.connect.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Datasets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clouds whose Graph has no delta of messages. */
class SyncWithoutDeltaTest {

    private final FakeTenant tenant = FakeCompany.founded();
    private final Synced synced = new Synced(tenant);

    @Test
    void a_cloud_without_delta_is_read_by_when_messages_were_modified() {
        tenant.hasDelta = false;
        // More than a page of one time.
        IntStream.range(0, 7).forEach(i -> tenant.message("mira", "same" + i, "inbox", "2026-11-10T08:00:00Z"));

        synced.round();
        tenant.open("mira", "m1");
        tenant.move("mira", "m3", "customers");
        tenant.delete("mira", "m5");
        tenant.paths.clear();
        synced.round();
        tenant.hasDelta = true;
        Synced fresh = new Synced(tenant);
        fresh.round();

        Map<String, String> rows = synced.rows(Datasets.MESSAGE);
        assertThat(rows).containsKey("m5|mira|");
        rows.remove("m5|mira|");
        assertThat(rows).isEqualTo(fresh.rows(Datasets.MESSAGE)).hasSize(24);
        assertThat(synced.landing.checkpoints("graph/mail/mail/mira"))
                .allSatisfy((folder, position) ->
                        assertThat(position.startsWith("modified:")).isNotEqualTo(folder.startsWith("contacts:")));
    }

    @Test
    void a_cloud_without_delta_that_dies_anywhere_is_taken_up_where_it_was() {
        tenant.hasDelta = false;
        synced.round();
        Map<String, String> expected = synced.rows(Datasets.MESSAGE);
        for (int dies = 1; dies <= 60; dies += 5) {
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
            tenant.faults = path -> null;

            other.round();

            assertThat(other.rows(Datasets.MESSAGE))
                    .as("died at request %d", dies)
                    .isEqualTo(expected);
        }
    }
}
