package io.rapport.lake.reading;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a statement after a while, unless it is closed before. */
final class Alarm implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "query-alarm");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean hasRung;

    private Alarm() {}

    static Alarm set(Duration after, Statement statement) {
        Alarm alarm = new Alarm();
        var unused = alarm.timer.scheduleWithFixedDelay(
                () -> alarm.ring(statement), after.toMillis(), 50, TimeUnit.MILLISECONDS);
        return alarm;
    }

    boolean hasRung() {
        return hasRung;
    }

    /** Rings again and again: a statement that has not begun yet can't be stopped. */
    private void ring(Statement statement) {
        hasRung = true;
        try {
            statement.cancel();
        } catch (SQLException tooLate) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
