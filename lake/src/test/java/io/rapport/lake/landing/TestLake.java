package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.core.landing.Row;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.OrphanSweep;
import io.rapport.lake.manifest.Replacements;
import io.rapport.lake.manifest.Rewriting;
import io.rapport.lake.manifest.Sources;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.reading.LakeSql;
import io.rapport.lake.retention.FoldStep;
import io.rapport.lake.retention.LakeUpkeep;
import io.rapport.lake.retention.PersonErasure;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A lake in a folder, with small chunks, a clock that can be set, and an ear on the steps of a commit. */
final class TestLake implements AutoCloseable {

    static final ChunkLimits SMALL = new ChunkLimits(4, 1 << 20);

    /** A clock that moves when told to. */
    static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }
    }

    final HomeLayout layout;
    final Manifest manifest;
    final LakeLanding landing;
    final Sources sources;
    private final DuckDb engine;
    private final WriterLease lease;
    private final StateDatabase state;
    private final InstantSource clock;

    TestLake(
            Path home, StateLocation location, InstantSource clock, ChunkLimits limits, Consumer<CommitStep> listener) {
        this.clock = clock;
        layout = new HomeLayout(home);
        layout.create();
        state = LakeState.open(layout, location);
        manifest = new Manifest(state, layout, clock);
        engine = DuckDb.open(new DuckDbSettings(256L << 20, 2, layout.temp()));
        lease = new WriterLease(state, clock);
        landing = new LakeLanding(layout, manifest, lease, () -> engine, limits, listener);
        sources = new Sources(state, layout, clock);
        new OrphanSweep(state, layout, clock).sweep();
        upkeep().sweep();
    }

    static TestLake open(Path home, StateLocation location) {
        return open(home, location, SMALL);
    }

    static TestLake open(Path home, StateLocation location, ChunkLimits limits) {
        return new TestLake(home, location, new Clock(), limits, step -> {});
    }

    Landed land(Row... rows) {
        return land(List.of(), rows);
    }

    Landed land(List<Checkpoint> checkpoints, Row... rows) {
        try (Landing.Batch batch = landing.open()) {
            for (Row row : rows) {
                batch.add(row).ifPresent(reason -> {
                    throw new AssertionError(reason);
                });
            }
            return batch.commit(checkpoints);
        }
    }

    Landed remove(Dataset dataset, List<List<String>> keys) {
        try (Landing.Batch batch = landing.open()) {
            keys.forEach(key -> batch.remove(dataset, key));
            return batch.commit(List.of());
        }
    }

    /** Some columns of all visible rows, joined by blanks, sorted. */
    List<String> rows(Dataset dataset, String... columns) {
        return rows(manifest.snapshot(), dataset, columns);
    }

    List<String> rows(Snapshot snapshot, Dataset dataset, String... columns) {
        try (DuckDbSession session = engine.connect()) {
            return session
                    .list(
                            "reading " + dataset,
                            "select concat_ws(' ', " + SqlText.names(List.of(columns)) + ") from ("
                                    + LakeSql.select(snapshot, dataset) + ")",
                            row -> row.getString(1))
                    .stream()
                    .sorted()
                    .toList();
        }
    }

    LakeUpkeep upkeep() {
        return upkeep(step -> {});
    }

    LakeUpkeep upkeep(Consumer<FoldStep> ear) {
        return new LakeUpkeep(
                layout, manifest, new Replacements(state, layout, clock), sources, lease, () -> engine, ear);
    }

    PersonErasure personErasure(Consumer<PersonErasure.Step> listener) {
        return new PersonErasure(
                layout, manifest, new Rewriting(state, layout, clock), sources, lease, () -> engine, listener);
    }

    DuckDb engine() {
        return engine;
    }

    DuckDbSession connect() {
        return engine.connect();
    }

    /** All files under the lake folder. */
    List<Path> files() {
        try (Stream<Path> tree = Files.walk(layout.lake())) {
            return tree.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lease.end(landing.isTidy());
        } finally {
            state.close();
            engine.close();
        }
    }
}
