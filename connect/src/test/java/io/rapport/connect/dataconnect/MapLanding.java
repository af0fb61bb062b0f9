package io.rapport.connect.dataconnect;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lake of two maps: rows by dataset and key, checkpoints by scope and name. A row without a whole key is refused. */
final class MapLanding implements Landing {

    final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    final Map<String, String> checkpoints = new HashMap<>();
    int commits;
    int openBatches;

    /** The values of a column of all rows of a dataset, as text. */
    Map<String, String> rows(Dataset dataset) {
        return rows.getOrDefault(dataset.name(), Map.of());
    }

    @Override
    public Batch open() {
        openBatches++;
        return new MapBatch();
    }

    @Override
    public Optional<String> findCheckpoint(String scope, String name) {
        return Optional.ofNullable(checkpoints.get(scope + "/" + name));
    }

    static String text(@Nullable Object value) {
        if (value instanceof Object[] struct) {
            return Arrays.stream(struct).map(MapLanding::text).toList().toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(MapLanding::text).toList().toString();
        }
        return String.valueOf(value);
    }

    private final class MapBatch implements Batch {

        private final Map<String, Map<String, String>> staged = new LinkedHashMap<>();
        private long superseded;

        @Override
        public Optional<String> add(Row row) {
            Dataset dataset = row.dataset();
            StringBuilder key = new StringBuilder();
            for (String column : dataset.key()) {
                Object value = row.value(dataset.index(column));
                if (!(value instanceof String text) || text.isBlank()) {
                    return Optional.of("key column " + column + " is missing");
                }
                key.append(text).append('|');
            }
            StringBuilder values = new StringBuilder();
            for (int i = 0; i < dataset.columns().size(); i++) {
                values.append(dataset.columns().get(i).name())
                        .append('=')
                        .append(text(row.value(i)))
                        .append('\n');
            }
            String previous = staged.computeIfAbsent(dataset.name(), name -> new LinkedHashMap<>())
                    .put(key.toString(), values.toString());
            superseded += previous == null ? 0 : 1;
            return Optional.empty();
        }

        @Override
        public void remove(Dataset dataset, List<String> key) {
            throw new UnsupportedOperationException("imports remove nothing");
        }

        @Override
        public Landed commit(List<Checkpoint> positions) {
            commits++;
            long added = 0;
            long replaced = 0;
            long unchanged = 0;
            for (Map.Entry<String, Map<String, String>> dataset : staged.entrySet()) {
                Map<String, String> there = rows.computeIfAbsent(dataset.getKey(), name -> new LinkedHashMap<>());
                for (Map.Entry<String, String> row : dataset.getValue().entrySet()) {
                    String before = there.put(row.getKey(), row.getValue());
                    if (before == null) {
                        added++;
                    } else if (before.equals(row.getValue())) {
                        unchanged++;
                    } else {
                        replaced++;
                    }
                }
            }
            positions.forEach(position -> checkpoints.put(position.scope() + "/" + position.name(), position.value()));
            return new Landed(added, replaced, unchanged, superseded, 0);
        }

        @Override
        public void close() {
            openBatches--;
        }
    }
}
