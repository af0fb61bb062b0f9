package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Row;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.Suppressions;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.parquet.ColumnSql;
import io.rapport.lake.privacy.PrivacyGate;
import io.rapport.lake.reading.LakeSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Opens batches for one process. Thread-safe; a batch is for one thread at a time. */
public final class LakeLanding implements Landing {

    private final HomeLayout layout;
    private final Manifest manifest;
    private final WriterLease lease;
    private final Supplier<DuckDb> engine;
    private final ChunkLimits limits;
    private final Consumer<CommitStep> listener;
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Lock commits = new ReentrantLock();
    private final MetKeys met = new MetKeys();
    private final Suppressions suppressions;

    public LakeLanding(HomeLayout layout, Manifest manifest, WriterLease lease, Supplier<DuckDb> engine) {
        this(layout, manifest, lease, engine, ChunkLimits.USUAL, step -> {});
    }

    LakeLanding(
            HomeLayout layout,
            Manifest manifest,
            WriterLease lease,
            Supplier<DuckDb> engine,
            ChunkLimits limits,
            Consumer<CommitStep> listener) {
        this.layout = layout;
        this.manifest = manifest;
        this.suppressions = manifest.suppressions();
        this.lease = lease;
        this.engine = engine;
        this.limits = limits;
        this.listener = listener;
    }

    @Override
    public Batch open() {
        return open("");
    }

    /** The same way in for what one source brings, so that all of it can be taken back. */
    public Landing of(String source) {
        return new SourceLanding(this, source);
    }

    /** @param source who brings the rows; empty: nobody in particular */
    Batch open(String source) {
        lease.begin();
        String name = lease.writer() + "-" + batches.incrementAndGet();
        StagedBatch batch = new StagedBatch(this, name, source);
        open.incrementAndGet();
        return batch;
    }

    @Override
    public Optional<String> findCheckpoint(String scope, String name) {
        return manifest.findCheckpoint(scope, name);
    }

    @Override
    public Map<String, String> checkpoints(String scope) {
        return manifest.checkpoints(scope);
    }

    @Override
    public void forget(String scope) {
        manifest.forget(scope);
    }

    @Override
    public Predicate<Row> erasedUsers() {
        return new PrivacyGate(Datasets.USER, suppressions.current())::isErased;
    }

    @Override
    public void eachKey(Dataset dataset, String column, String value, Consumer<List<String>> keys) {
        Snapshot snapshot = manifest.snapshot();
        if (snapshot.files(dataset).isEmpty()) {
            return;
        }
        String name = SqlText.name(dataset.columns().get(dataset.index(column)).name());
        int width = dataset.key().size();
        try (DuckDbSession session = engine.get().connect()) {
            session.each(
                    "looking for keys of " + dataset,
                    "select " + ColumnSql.key(dataset) + " from (" + LakeSql.select(snapshot, dataset) + ") where "
                            + name + " = " + SqlText.literal(value),
                    row -> {
                        String[] key = new String[width];
                        for (int i = 0; i < width; i++) {
                            key[i] = row.getString(i + 1);
                        }
                        keys.accept(List.of(key));
                    });
        }
    }

    /** Whether every batch that was opened has been closed, so that nothing is left to sweep. */
    public boolean isTidy() {
        return open.get() == 0;
    }

    HomeLayout layout() {
        return layout;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Who must not land. */
    Suppressions suppressions() {
        return suppressions;
    }

    String writer() {
        return lease.writer();
    }

    Supplier<DuckDb> engine() {
        return engine;
    }

    ChunkLimits limits() {
        return limits;
    }

    /** Held while a batch of this process is checked and recorded, so that only other processes can come in between. */
    Lock commits() {
        return commits;
    }

    /** For whoever holds {@link #commits()}. */
    MetKeys met() {
        return met;
    }

    void reached(CommitStep step) {
        listener.accept(step);
    }

    void closed() {
        open.decrementAndGet();
    }
}
