package io.rapport.serve.job;

import io.rapport.core.progress.Progress;

/** Does what jobs of one kind ask for. */
public interface JobWork {

    /**
     * Does the work in the calling thread; an interruption ends it. Begun again after a crash, it goes on where it was.
     *
     * @param onStop hears how to stop what doesn't hear an interruption
     * @return what came of it, in words
     */
    String run(String subject, Progress progress, java.util.function.Consumer<Runnable> onStop)
            throws InterruptedException;
}
