package io.rapport.model.remote;

import io.rapport.core.landing.Snapshot;
import io.rapport.model.engine.Engine;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;

/** An engine in a process of its own, which starts with each session and ends with it. */
public final class RemoteEngine implements Engine {

    private final String name;
    private final EngineStart start;

    /** @param name the engine's own, as runs record it */
    public RemoteEngine(String name, EngineStart start) {
        this.name = name;
        this.start = start;
    }

    @Override
    public Session open(Snapshot snapshot, Parameters parameters) {
        RemoteSession session = new RemoteSession(start.start());
        try {
            session.ask("open", Messages.fields(snapshot), Messages.fields(parameters));
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }
}
