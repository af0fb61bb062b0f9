package io.rapport.lake.manifest;

import io.rapport.core.error.RapportException;
import io.rapport.lake.LakeError;
import io.rapport.lake.state.StateDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says that a writer lives: while its lease runs, nobody sweeps files that bear its name. Renewed in the background from
 * the first {@link #begin} to {@link #end}. Thread-safe.
 */
public final class WriterLease {

    /** How long a silent writer keeps its files. */
    public static final Duration LENGTH = Duration.ofSeconds(60);

    private final StateDatabase state;
    private final InstantSource clock;
    private final String writer = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private @Nullable ScheduledExecutorService heartbeat;

    public WriterLease(StateDatabase state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    /** The writer's name; the names of its batches and files begin with it. */
    public String writer() {
        return writer;
    }

    /** Takes the lease where it is not held yet. */
    public synchronized void begin() {
        if (heartbeat != null) {
            return;
        }
        state.write(db -> db.sql("insert into lake_writer (id, lease_until) values (?, ?)")
                .params(writer, until(clock))
                .update());
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lake-lease");
            thread.setDaemon(true);
            return thread;
        });
        long period = LENGTH.toMillis() / 3;
        var unused = executor.scheduleAtFixedRate(this::renewQuietly, period, period, TimeUnit.MILLISECONDS);
        heartbeat = executor;
    }

    /** Stops renewing, and gives the lease back where nothing of the writer's is left that could be swept. */
    public synchronized void end(boolean isTidy) {
        if (heartbeat == null) {
            return;
        }
        heartbeat.shutdownNow();
        heartbeat = null;
        if (isTidy) {
            state.write(db ->
                    db.sql("delete from lake_writer where id = ?").param(writer).update());
        }
    }

    private void renewQuietly() {
        try {
            state.write(db -> renew(db, writer, clock));
        } catch (RapportException nextTime) {
            // Two more attempts fit into the lease; a commit that finds it lost says so.
        }
    }

    static boolean renew(JdbcClient db, String writer, InstantSource clock) {
        return db.sql("update lake_writer set lease_until = ? where id = ?")
                        .params(until(clock), writer)
                        .update()
                == 1;
    }

    static RapportException lost() {
        return new RapportException(
                LakeError.LEASE_LOST,
                "This import was silent for more than " + LENGTH.toSeconds()
                        + " seconds, and another process swept what it had written. Nothing was committed; run it again.");
    }

    private static long until(InstantSource clock) {
        return clock.instant().plus(LENGTH).toEpochMilli();
    }
}
