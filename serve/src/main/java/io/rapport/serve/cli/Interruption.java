package io.rapport.serve.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: interrupts the thread that works and gives it a moment to unwind, so that nothing half-written stays. What is
 * not unwound by then is swept like anything else that a crash leaves.
 */
final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long PAUSE_MILLIS = 50;

    private final Thread worker;
    private final CountDownLatch unwound = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable cancel = () -> {};

    Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Asks to stop when the process is told to end. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "interruption"));
    }

    /** Stops the work and waits for it, in the calling thread. Does nothing once the work is done. */
    void stop() {
        if (unwound.getCount() == 0) {
            return;
        }
        requested = true;
        worker.interrupt();
        try {
            // Again and again: a statement that has not begun yet can't be stopped.
            for (int i = 0; i < PATIENCE.toMillis() / PAUSE_MILLIS; i++) {
                cancel.run();
                if (unwound.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says how to stop what doesn't hear a thread's interruption, such as a statement in an engine. */
    void onStop(Runnable action) {
        cancel = action;
    }

    boolean isRequested() {
        return requested;
    }

    /** The work is done, or unwound. */
    void finished() {
        unwound.countDown();
    }
}
