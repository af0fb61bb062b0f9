package io.rapport.lake;

import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.landing.LakeLanding;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.OrphanSweep;
import io.rapport.lake.manifest.StateDatabase;
import io.rapport.lake.manifest.WriterLease;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lake of one home folder. Several processes may have it open; each commit is seen by all of them, whole or not at
 * all. Thread-safe.
 */
public final class Lake implements AutoCloseable {

    private final DuckDbSettings settings;
    private final Manifest manifest;
    private final WriterLease lease;
    private final LakeLanding landing;
    private @Nullable DuckDb engine;

    private Lake(HomeLayout layout, InstantSource clock, DuckDbSettings settings) {
        this.settings = settings;
        StateDatabase state = StateDatabase.open(layout.stateDatabase());
        manifest = new Manifest(state, layout, clock);
        lease = new WriterLease(state, clock);
        landing = new LakeLanding(layout, manifest, lease, this::engine);
        new OrphanSweep(state, layout, clock).sweep();
    }

    /**
     * Opens the lake, creates it where there is none, migrates it where it is older, and sweeps what crashed writers left.
     *
     * @param settings limits of the engine that lands rows; it starts with the first row
     * @throws io.rapport.core.error.RapportException {@link LakeError#NEWER_HOME}, {@link LakeError#HOME_FAILED} or
     *     {@link LakeError#STATE_FAILED}
     */
    public static Lake open(Path home, InstantSource clock, DuckDbSettings settings) {
        HomeLayout layout = new HomeLayout(home);
        layout.create();
        return new Lake(layout, clock, settings);
    }

    /** The way in. */
    public Landing landing() {
        return landing;
    }

    /** What is visible now, pinned: later commits don't show in it. */
    public Snapshot snapshot() {
        return manifest.snapshot();
    }

    /** What the lake holds, dataset by dataset; only those that hold something. */
    public List<DatasetContent> contents() {
        return manifest.contents();
    }

    private synchronized DuckDb engine() {
        if (engine == null) {
            engine = DuckDb.open(settings);
        }
        return engine;
    }

    @Override
    public synchronized void close() {
        lease.end(landing.isTidy());
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
