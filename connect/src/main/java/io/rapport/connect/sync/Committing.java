package io.rapport.connect.sync;

import io.rapport.core.landing.Landing.Landed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits one batch after the other in a thread of its own, while the next one is being gathered. What a commit throws comes
 * out at the next call. For one thread.
 */
final class Committing implements AutoCloseable {

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sync-commit");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Future<Landed> underWay;
    private Landed landed = Landed.NOTHING;

    /** Waits for the commit before, and begins this one. */
    void begin(Supplier<Landed> commit) {
        settle();
        underWay = worker.submit(commit::get);
    }

    /** What all commits did; waits for the one under way. */
    Landed landed() {
        settle();
        return landed;
    }

    /** Waits for the commit under way. */
    @Override
    public void close() {
        try {
            settle();
        } finally {
            worker.shutdown();
        }
    }

    /** Whoever wants to stop meanwhile is heard afterwards: a commit takes seconds, and half of one helps nobody. */
    private void settle() {
        Future<Landed> waited = underWay;
        if (waited == null) {
            return;
        }
        underWay = null;
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    landed = landed.plus(waited.get());
                    return;
                } catch (InterruptedException later) {
                    isInterrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("a commit failed", e.getCause());
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
