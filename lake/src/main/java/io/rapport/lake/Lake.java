package io.rapport.lake;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Landing;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.landing.LakeLanding;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.HomeLayout;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.manifest.Manifest;
import io.rapport.lake.manifest.OrphanSweep;
import io.rapport.lake.manifest.Replacements;
import io.rapport.lake.manifest.Rewriting;
import io.rapport.lake.manifest.SourceContent;
import io.rapport.lake.manifest.Sources;
import io.rapport.lake.manifest.WriterLease;
import io.rapport.lake.privacy.KeyFolder;
import io.rapport.lake.privacy.Suppression;
import io.rapport.lake.privacy.SuppressionList;
import io.rapport.lake.retention.Erased;
import io.rapport.lake.retention.LakeUpkeep;
import io.rapport.lake.retention.ParquetTraces;
import io.rapport.lake.retention.PersonCounts;
import io.rapport.lake.retention.PersonErasure;
import io.rapport.lake.retention.Persons;
import io.rapport.lake.retention.SourceErasure;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lake of one home folder. Several processes may have it open; each commit is seen by all of them, whole or not at
 * all. Thread-safe.
 */
public final class Lake implements AutoCloseable {

    private final DuckDbSettings settings;
    private final StateDatabase state;
    private final Manifest manifest;
    private final WriterLease lease;
    private final LakeLanding landing;
    private final Sources sources;
    private final LakeUpkeep upkeep;
    private final HomeLayout layout;
    private final InstantSource clock;
    private @Nullable DuckDb engine;

    private Lake(HomeLayout layout, StateDatabase state, InstantSource clock, DuckDbSettings settings) {
        this.settings = settings;
        this.state = state;
        this.layout = layout;
        this.clock = clock;
        manifest = new Manifest(state, layout, clock);
        lease = new WriterLease(state, clock);
        landing = new LakeLanding(layout, manifest, lease, this::engine);
        sources = new Sources(state, layout, clock);
        upkeep = new LakeUpkeep(layout, manifest, new Replacements(state, layout, clock), sources, lease, this::engine);
        sweepKeys(layout);
        var unused = new OrphanSweep(state, layout, clock).sweep();
        upkeep.sweep();
    }

    private static void sweepKeys(HomeLayout layout) {
        try {
            KeyFolder.of(layout.suppressionKey()).sweep();
        } catch (IOException e) {
            throw new RapportException(
                    LakeError.HOME_FAILED,
                    "A process that was killed left a key in "
                            + layout.suppressionKey().resolveSibling("*.tmp")
                            + ", and it can't be deleted. Check the folder's owner, or delete these files yourself.",
                    e);
        }
    }

    /** As the other one, with the state in SQLite in the home. */
    public static Lake open(Path home, InstantSource clock, DuckDbSettings settings) {
        return open(home, StateLocation.file(new HomeLayout(home).stateDatabase()), clock, settings);
    }

    /**
     * Opens the lake, creates it where there is none, migrates it where it is older, and sweeps what crashed writers left.
     *
     * @param state the state database, always the same one for a home
     * @param settings limits of the engine that lands rows; it starts with the first row
     * @throws io.rapport.core.error.RapportException {@link LakeError#NEWER_HOME}, {@link LakeError#HOME_FAILED},
     *     {@link LakeError#HOME_MISMATCH} or one of those that begin with {@code STATE}
     */
    public static Lake open(Path home, StateLocation state, InstantSource clock, DuckDbSettings settings) {
        HomeLayout layout = new HomeLayout(home);
        layout.create();
        StateDatabase opened = LakeState.open(layout, state);
        try {
            return new Lake(layout, opened, clock, settings);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The way in. */
    public Landing landing() {
        return landing;
    }

    /**
     * The way in for what one source brings, so that all of it can be erased.
     *
     * @param source a name that nothing else will ever have, for example of a connection
     */
    public Landing landing(String source) {
        return landing.of(source);
    }

    /** From now on nothing of this source can be committed, whatever process tries to; what it brought stays. */
    public void end(String source) {
        sources.end(source);
    }

    /**
     * Ends a source and erases all that it brought. What it alone was known to bring is gone, though another source may
     * have brought the same later: that was nothing new then. Whoever reads an older snapshot meanwhile fails. Where it is
     * broken off, it has to be run again.
     */
    public Erased erase(String source) {
        return erasure().erase(source);
    }

    /**
     * Erases all that anybody brought, and forgets how far everything was read. What others land meanwhile lands afterwards;
     * sources that were ended before land nothing. Where it is broken off, it has to be run again.
     */
    public Erased eraseAll() {
        return erasure().eraseAll();
    }

    /**
     * Deletes what crashed writers left, once their lease of {@link WriterLease#LENGTH} has run out; opening the lake does it
     * too.
     *
     * @return what other writers, alive or killed within that time, have on their way: files and folders, absolute
     */
    public List<Path> sweep() {
        return new OrphanSweep(state, layout, clock).sweep();
    }

    /** What there is of a source, by dataset; empty where there is nothing. */
    public List<SourceContent> contentsOf(String source) {
        return sources.contentsOf(source);
    }

    /** What there still is of a source: files of the lake, visible or not, and what is on its way. */
    public List<Path> findRest(String source) {
        return erasure().findRest(source);
    }

    /** After the last step of an erasure: nothing of what was deleted stays in the state database, where that is a file. */
    public void settleErasure() {
        state.settleErasure();
    }

    /** What keeps the lake quick to read and bounded in size. */
    public LakeUpkeep upkeep() {
        return upkeep;
    }

    private SourceErasure erasure() {
        return new SourceErasure(layout, manifest, sources, this::engine, step -> {});
    }

    /** People by all that the landed directory knows them by: their ids, and all their addresses. */
    public Persons resolve(Persons asked) {
        return personErasure().resolve(asked);
    }

    /** What erasing people would do to the datasets that hold something of them; does nothing. */
    public List<PersonCounts> countOf(Persons persons) {
        return personErasure().count(persons);
    }

    /** From now on nothing of these people can land, and no commit that is on its way with something of theirs. */
    public Set<String> suppress(Persons persons) {
        return manifest.suppressions().add(persons.addresses(), persons.ids());
    }

    /** Who must not land, as it is now. */
    public Suppression suppression() {
        return manifest.suppressions().current();
    }

    /** The same with its key, for a program away from this home: a secret. */
    public SuppressionList suppressionList() {
        return manifest.suppressions().list();
    }

    /**
     * Erases people: their rows go, and in rows of others their addresses; nothing of them can land any more. Whoever reads
     * an older snapshot meanwhile fails. Where it is broken off, it has to be run again.
     *
     * @param persons as {@link #resolve} answers
     */
    public List<PersonCounts> erase(Persons persons) {
        return personErasure().erase(persons);
    }

    /** Looks for these people in Parquet files of whatever kind. To be closed. */
    public ParquetTraces parquetTraces(Persons persons) {
        return new ParquetTraces(engine(), persons);
    }

    private PersonErasure personErasure() {
        return new PersonErasure(
                layout, manifest, new Rewriting(state, layout, clock), sources, lease, this::engine, step -> {});
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
        try {
            lease.end(landing.isTidy());
        } finally {
            state.close();
            if (engine != null) {
                engine.close();
                engine = null;
            }
        }
    }
}
