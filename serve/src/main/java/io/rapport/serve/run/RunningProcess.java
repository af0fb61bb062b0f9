package io.rapport.serve.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A process of this machine. Its number alone is not enough: numbers are given out again.
 *
 * @param number the operating system's number
 * @param startedAt when it started; the epoch where the system doesn't say
 */
public record RunningProcess(long number, Instant startedAt) {

    /** The system derives a start from the clock, which may have been set since. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    public static RunningProcess current() {
        return of(ProcessHandle.current());
    }

    private static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .map(RunningProcess::of)
                .filter(found ->
                        Duration.between(found.startedAt(), startedAt).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
