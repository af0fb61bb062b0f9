package io.rapport.serve.run;

import io.rapport.core.error.RapportException;
import io.rapport.serve.state.ServeState;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What a process notes for those on other machines while it has a run or an extraction in hand. A state that is away for a
 * while is tried again; a row that is over, or in another process's hand, is left alone from then on. Thread-safe.
 */
public final class SignsOfLife {

    private static final long SECONDS = RunningProcess.LEASE.toSeconds() / 6;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "rapport-signs-of-life");
        thread.setDaemon(true);
        return thread;
    });

    private final ServeState state;
    private final String table;
    private final InstantSource instants;

    /** @param table with the columns id, state, machine, process_number and seen_at: run or extraction */
    public SignsOfLife(ServeState state, String table, InstantSource instants) {
        this.state = state;
        this.table = table;
        this.instants = instants;
    }

    /** Gives one now and then until the row is over. */
    public void give(String id, RunningProcess process) {
        Future<?> unused = CLOCK.scheduleWithFixedDelay(() -> beat(id, process), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void beat(String id, RunningProcess process) {
        try {
            if (!note(id, process)) {
                throw new CancellationException();
            }
        } catch (RapportException away) {
            // Whoever looks from another machine waits for longer than one sign.
        }
    }

    /** @return whether the row is still in its hand */
    boolean note(String id, RunningProcess process) {
        return state.run(db -> db.sql("update " + table + " set seen_at = :now where id = :id and state = 'REFRESHING'"
                                + " and machine = :machine and process_number = :process")
                        .param("now", instants.millis())
                        .param("id", id)
                        .param("machine", process.machine())
                        .param("process", process.number())
                        .update())
                == 1;
    }
}
