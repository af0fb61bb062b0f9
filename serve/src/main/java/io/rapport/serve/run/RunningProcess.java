package io.rapport.serve.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process that has a run or an extraction in hand. Its number alone is not enough: numbers are given out again, and each
 * machine gives out its own.
 *
 * @param machine the name of its machine, or container
 * @param number the operating system's number
 * @param startedAt when it started; the epoch where the system doesn't say
 */
public record RunningProcess(String machine, long number, Instant startedAt) {

    /** The system derives a start from the clock, which may have been set since. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** How long a process of another machine counts as alive after it was seen; clocks of machines may differ by some of it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    public static RunningProcess current() {
        return of(ProcessHandle.current());
    }

    /** As a row has it; one that names no machine was written on this one. */
    public static RunningProcess of(ResultSet row) throws SQLException {
        return new RunningProcess(
                Objects.requireNonNullElse(row.getString("machine"), Machine.name()),
                row.getLong("process_number"),
                Instant.ofEpochMilli(row.getLong("process_started_at")));
    }

    private static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(
                Machine.name(), process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /**
     * Whether it still runs: of this machine the system knows, of another one its last sign of life tells.
     *
     * @param seenAt when it last gave one; null where it never did
     */
    public boolean isAlive(@Nullable Instant seenAt, Instant now) {
        return machine.equals(Machine.name()) ? isHere() : seenAt != null && now.isBefore(seenAt.plus(LEASE));
    }

    /** Whether it was one of this machine, and is no more; of other machines' nobody here can be sure. */
    boolean isGoneHere() {
        return machine.equals(Machine.name()) && !isHere();
    }

    private boolean isHere() {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .map(RunningProcess::of)
                .filter(found ->
                        Duration.between(found.startedAt(), startedAt).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
