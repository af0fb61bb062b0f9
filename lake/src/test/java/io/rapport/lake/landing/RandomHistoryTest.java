package io.rapport.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random upserts and removals, in random batches of both kinds of datasets, against two maps. */
class RandomHistoryTest {

    private static final int BATCHES = 16;

    @TempDir
    Path home;

    @Test
    void the_lake_shows_what_a_map_would() {
        Random random = new Random(42);
        Map<String, String> messages = new TreeMap<>();
        Map<String, String> settings = new TreeMap<>();
        Map<Integer, List<String>> history = new HashMap<>();
        Map<Integer, Snapshot> snapshots = new HashMap<>();
        try (TestLake lake = TestLake.open(home, StateLocation.file(home.resolve("rapport.db")))) {
            for (int i = 0; i < BATCHES; i++) {
                Map<String, String> before = new HashMap<>(messages);
                before.putAll(settings);
                int[] rows = {0};
                Landed landed;
                try (Landing.Batch batch = lake.landing.open()) {
                    int operations = random.nextInt(14);
                    for (int o = 0; o < operations; o++) {
                        operate(random, batch, messages, settings, rows);
                    }
                    landed = batch.commit(List.of());
                }
                assertThat(shown(lake, lake.manifest.snapshot()))
                        .as("batch %d", i)
                        .isEqualTo(lines(messages, settings));
                Map<String, String> after = new HashMap<>(messages);
                after.putAll(settings);
                assertThat(landed).as("batch %d", i).isEqualTo(difference(before, after, landed));
                assertThat(landed.added() + landed.replaced() + landed.unchanged() + landed.superseded())
                        .isEqualTo(rows[0]);
                history.put(i, lines(messages, settings));
                snapshots.put(i, lake.manifest.snapshot());
            }
            snapshots.forEach((i, snapshot) -> assertThat(shown(lake, snapshot)).isEqualTo(history.get(i)));
            assertThat(lake.manifest.contents().stream()
                            .mapToLong(c -> c.rows())
                            .sum())
                    .isEqualTo(messages.size() + settings.size());
        }
    }

    private static void operate(
            Random random,
            Landing.Batch batch,
            Map<String, String> messages,
            Map<String, String> settings,
            int[] rows) {
        String id = "k" + random.nextInt(12);
        String value = "v" + random.nextInt(3);
        switch (random.nextInt(6)) {
            case 0 -> {
                batch.remove(Datasets.MESSAGE, List.of(id, "u"));
                messages.remove(id);
            }
            case 1 -> {
                batch.remove(Datasets.MAILBOX_SETTINGS, List.of("s" + id));
                settings.remove("s" + id);
            }
            case 2 -> {
                rows[0]++;
                assertThat(batch.add(Rows.settings("s" + id, value))).isEmpty();
                settings.put("s" + id, value);
            }
            default -> {
                rows[0]++;
                int month = 1 + random.nextInt(3);
                assertThat(batch.add(Rows.message(id, "u", "2025-0" + month + "-01T00:00:00Z", value)))
                        .isEmpty();
                messages.put(id, "2025-0" + month + "-01 00:00:00 " + value);
            }
        }
    }

    /** What the maps say was added, replaced and removed; how many rows said nothing new only the lake can know. */
    private static Landed difference(Map<String, String> before, Map<String, String> after, Landed landed) {
        long added =
                after.keySet().stream().filter(key -> !before.containsKey(key)).count();
        long removed =
                before.keySet().stream().filter(key -> !after.containsKey(key)).count();
        long replaced = after.entrySet().stream()
                .filter(entry ->
                        before.containsKey(entry.getKey()) && !entry.getValue().equals(before.get(entry.getKey())))
                .count();
        return new Landed(added, replaced, landed.unchanged(), landed.superseded(), removed);
    }

    private static List<String> shown(TestLake lake, Snapshot snapshot) {
        return java.util.stream.Stream.concat(
                        rows(lake, snapshot, Datasets.MESSAGE, "id", "sentDateTime", "parentFolderId"),
                        rows(lake, snapshot, Datasets.MAILBOX_SETTINGS, "puser", "timeZone"))
                .toList();
    }

    private static java.util.stream.Stream<String> rows(
            TestLake lake, Snapshot snapshot, Dataset dataset, String... columns) {
        return lake.rows(snapshot, dataset, columns).stream();
    }

    private static List<String> lines(Map<String, String> messages, Map<String, String> settings) {
        return java.util.stream.Stream.concat(
                        messages.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .sorted(),
                        settings.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .sorted())
                .toList();
    }
}
