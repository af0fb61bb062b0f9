package io.rapport.model.remote;

import java.io.InputStream;
import java.io.OutputStream;

/** A running process in which {@link EngineServer} answers. */
public interface EngineProcess extends AutoCloseable {

    /** What it answers. */
    InputStream answers();

    /** What it is asked; it ends when this ends. */
    OutputStream questions();

    /** How it ended, in words, after its answers have ended; may wait a moment for that. */
    String end();

    /** Ends it, by force if it takes too long. */
    @Override
    void close();
}
