package io.rapport.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param processorSeconds of all the process's threads, the engine's and the compiler's too
 * @param seconds by the clock
 */
public record Effort(double processorSeconds, double seconds) {

    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Nothing, from now on. */
    public static Effort start() {
        return new Effort(PROCESS.getProcessCpuTime() / NANOS, System.nanoTime() / NANOS);
    }

    /** What it took since {@link #start} gave this. */
    public Effort sofar() {
        return start().minus(this);
    }

    public Effort minus(Effort other) {
        return new Effort(processorSeconds - other.processorSeconds, seconds - other.seconds);
    }
}
