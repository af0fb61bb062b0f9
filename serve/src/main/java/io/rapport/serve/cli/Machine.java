package io.rapport.serve.cli;

import com.sun.management.OperatingSystemMXBean;
import io.rapport.serve.SystemTime;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** What the real process finds around it. */
final class Machine {

    private static final int BUFFER_BYTES = 1 << 16;

    private Machine() {}

    static Surroundings surroundings() {
        return new Surroundings(
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Surroundings.Terminal.ofLauncher(
                        System.getProperty("rapport.terminal", ""), Integer.getInteger("rapport.columns", 0)),
                SystemTime.instants(),
                Machine::memory);
    }

    /** Of the container, where there is one. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
