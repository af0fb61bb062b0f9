package io.rapport.serve.cli;

/** What a command does once its words are understood. */
interface Task {

    /** Does it, in the calling thread. Errors are {@link io.rapport.core.error.RapportException}s. */
    void run(Session session);
}
