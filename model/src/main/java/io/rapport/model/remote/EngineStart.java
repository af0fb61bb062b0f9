package io.rapport.model.remote;

/** Starts an engine's process. */
@FunctionalInterface
public interface EngineStart {

    /** @throws io.rapport.core.error.RapportException where it can't be started */
    EngineProcess start();
}
