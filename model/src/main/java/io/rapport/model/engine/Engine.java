package io.rapport.model.engine;

import io.rapport.core.landing.Snapshot;

/** Where models are built: DuckDB on one machine, Spark on a cluster. */
public interface Engine {

    /** Opens a session over one snapshot of the lake; it sees no later commit. */
    Session open(Snapshot snapshot, Parameters parameters);

    /** The engine's name, as runs record it. */
    String name();
}
