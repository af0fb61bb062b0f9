package io.rapport.connect;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lake of two maps: rows by dataset and key, checkpoints by scope and name. A row without a whole key is refused. Thread-safe
 * but for the fields, which are for reading once everything is committed.
 */
public final class MapLanding implements Landing {

    public final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    public final Map<String, String> checkpoints = new HashMap<>();
    /** What contact activity was to be derived by; none is derived. */
    public final List<ContactSync> derivations = new ArrayList<>();

    public int commits;
    public int openBatches;

    /** The values of a column of all rows of a dataset, as text. */
    public Map<String, String> rows(Dataset dataset) {
        return rows.getOrDefault(dataset.name(), Map.of());
    }

    @Override
    public synchronized Batch open() {
        openBatches++;
        return new MapBatch();
    }

    @Override
    public synchronized Optional<String> findCheckpoint(String scope, String name) {
        return Optional.ofNullable(checkpoints.get(scope + "/" + name));
    }

    @Override
    public synchronized Map<String, String> checkpoints(String scope) {
        Map<String, String> found = new TreeMap<>();
        checkpoints.forEach((key, value) -> {
            String name = key.substring(key.lastIndexOf('/') + 1);
            if (key.equals(scope + "/" + name)) {
                found.put(name, value);
            }
        });
        return found;
    }

    @Override
    public synchronized void forget(String scope) {
        checkpoints.keySet().removeIf(key -> key.startsWith(scope + "/"));
    }

    @Override
    public synchronized void eachKey(Dataset dataset, String column, String value, Consumer<List<String>> keys) {
        rows(dataset).forEach((key, row) -> {
            if (("\n" + row).contains("\n" + column + "=" + value + "\n")) {
                keys.accept(List.of(key.substring(0, key.length() - 1).split("\\|", -1)));
            }
        });
    }

    public static String text(@Nullable Object value) {
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
        private final Map<String, Set<String>> removed = new LinkedHashMap<>();
        private long superseded;
        private boolean isClosed;

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
            removed.getOrDefault(dataset.name(), new HashSet<>()).remove(key.toString());
            String previous = staged.computeIfAbsent(dataset.name(), name -> new LinkedHashMap<>())
                    .put(key.toString(), values.toString());
            superseded += previous == null ? 0 : 1;
            return Optional.empty();
        }

        @Override
        public void remove(Dataset dataset, List<String> key) {
            String name = String.join("|", key) + "|";
            staged.getOrDefault(dataset.name(), new LinkedHashMap<>()).remove(name);
            removed.computeIfAbsent(dataset.name(), added -> new HashSet<>()).add(name);
        }

        @Override
        public void deriveActivity(ContactSync sync) {
            derivations.add(sync);
        }

        @Override
        public Landed commit(List<Checkpoint> positions) {
            synchronized (MapLanding.this) {
                return applied(positions);
            }
        }

        private Landed applied(List<Checkpoint> positions) {
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
            long gone = 0;
            for (Map.Entry<String, Set<String>> dataset : removed.entrySet()) {
                Map<String, String> there = rows.getOrDefault(dataset.getKey(), Map.of());
                for (String key : dataset.getValue()) {
                    gone += there.remove(key) == null ? 0 : 1;
                }
            }
            positions.forEach(position -> checkpoints.put(position.scope() + "/" + position.name(), position.value()));
            close();
            return new Landed(added, replaced, unchanged, superseded, gone);
        }

        @Override
        public Landed commit(List<Checkpoint> positions, Checkpoint provided) {
            synchronized (MapLanding.this) {
                if (!provided.value().equals(checkpoints.get(provided.scope() + "/" + provided.name()))) {
                    throw new IllegalStateException("taken over");
                }
                return applied(positions);
            }
        }

        @Override
        public void close() {
            synchronized (MapLanding.this) {
                openBatches -= isClosed ? 0 : 1;
                isClosed = true;
            }
        }
    }
}
