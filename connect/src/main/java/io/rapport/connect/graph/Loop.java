package io.rapport.connect.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does pieces of work one after the other, now or at a time, in the thread that calls {@link #runUntil}. What a piece
 * throws comes out there. Anybody may hand in work with {@link #execute}; everything else is for that thread alone.
 */
public final class Loop implements Executor {

    /** How a loop waits, and what time it is meanwhile; tests let time jump. */
    public interface Time {

        Instant now();

        /** Waits for the next piece that is handed in, but no longer than this; null where none came. */
        @Nullable
        Runnable await(BlockingQueue<Runnable> arrivals, Duration atMost) throws InterruptedException;
    }

    /** Work for later, which may be taken back. */
    public final class Timer {
        private final Instant at;
        private final long number;
        private final Runnable work;

        private Timer(Instant at, long number, Runnable work) {
            this.at = at;
            this.number = number;
            this.work = work;
        }

        public void cancel() {
            timers.remove(this);
        }
    }

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Time time;
    private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();
    private final TreeSet<Timer> timers = new TreeSet<>(
            Comparator.<Timer, Instant>comparing(timer -> timer.at).thenComparing(timer -> timer.number));
    private long made;

    public Loop(Time time) {
        this.time = time;
    }

    /** A loop on the machine's own time. */
    public static Loop on(SteadyTime clock) {
        return new Loop(new Time() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public @Nullable Runnable await(BlockingQueue<Runnable> queue, Duration atMost)
                    throws InterruptedException {
                return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
            }
        });
    }

    public Instant now() {
        return time.now();
    }

    @Override
    public void execute(Runnable work) {
        arrivals.add(work);
    }

    /** Does the work once this long has passed. */
    public Timer after(Duration delay, Runnable work) {
        Timer timer = new Timer(now().plus(delay.isNegative() ? Duration.ZERO : delay), made++, work);
        timers.add(timer);
        return timer;
    }

    /** Works until the condition holds; it is asked after each piece. */
    public void runUntil(BooleanSupplier isDone) throws InterruptedException {
        while (!isDone.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Runnable arrived = arrivals.poll();
            if (arrived == null) {
                Timer first = timers.isEmpty() ? null : timers.first();
                if (first != null && !first.at.isAfter(now())) {
                    timers.remove(first);
                    arrived = first.work;
                } else {
                    Duration wait = first == null ? LONGEST_WAIT : Duration.between(now(), first.at);
                    arrived = time.await(arrivals, wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
                }
            }
            if (arrived != null) {
                arrived.run();
            }
        }
    }
}
