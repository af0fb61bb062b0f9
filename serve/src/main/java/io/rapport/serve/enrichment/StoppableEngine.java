package io.rapport.serve.enrichment;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import org.jspecify.annotations.Nullable;

/** An engine whose open session can be stopped from any thread. For one run. */
public final class StoppableEngine implements Engine {

    private final Engine engine;
    private volatile @Nullable Session open;

    public StoppableEngine(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        Session session = engine.open(snapshot, parameters);
        open = session;
        return session;
    }

    @Override
    public String name() {
        return engine.name();
    }

    /** Does nothing before a session is open. */
    public void stop() {
        Session session = open;
        if (session != null) {
            session.cancel();
        }
    }
}
