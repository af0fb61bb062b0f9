package io.rapport.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What something took.
 *
 * @param processorSeconds of all the process's threads, the engine's and the compiler's too, and of its children where said
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

    /** As {@link #start}, with what the processes have taken that this one started and that still run. */
    static Effort startWithChildren() {
        double children = ProcessHandle.current()
                .children()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .mapToDouble(taken -> taken.toNanos() / NANOS)
                .sum();
        Effort own = start();
        return new Effort(own.processorSeconds() + children, own.seconds());
    }

    /** What it took since {@link #start} gave this. */
    public Effort sofar() {
        return start().minus(this);
    }

    public Effort minus(Effort other) {
        return new Effort(processorSeconds - other.processorSeconds, seconds - other.seconds);
    }
}
