package io.rapport.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most resident memory that this process ever had, Java's and the engine's. */
public final class PeakMemory {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String MOST = "VmHWM:";
    private static final String NOW = "VmRSS:";
    private static final long KILOBYTE = 1_024;

    private PeakMemory() {}

    /** Empty where the system has no {@code /proc}. */
    public static OptionalLong findBytes() {
        return findBytes(ProcessHandle.current(), MOST);
    }

    /** The most that a process ever held; empty as above, and where it has ended. */
    public static OptionalLong findPeakBytes(ProcessHandle process) {
        return findBytes(process, MOST);
    }

    /** What a process holds now; empty as above. */
    public static OptionalLong findResidentBytes(ProcessHandle process) {
        return findBytes(process, NOW);
    }

    /** Of the processes that this one started and that still run, together; empty where there is none. */
    static OptionalLong findBytesOfChildren() {
        return ProcessHandle.current()
                .children()
                .flatMapToLong(child -> findBytes(child, MOST).stream())
                .reduce(Long::sum);
    }

    private static OptionalLong findBytes(ProcessHandle process, String name) {
        Path status = PROCESSES.resolve(Long.toString(process.pid())).resolve("status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst();
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }
}
