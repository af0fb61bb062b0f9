package io.rapport.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most resident memory that this process ever had, Java's and the engine's. */
public final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String LINE = "VmHWM:";
    private static final long KILOBYTE = 1_024;

    private PeakMemory() {}

    /** Empty where the system has no {@code /proc}. */
    public static OptionalLong findBytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst();
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }
}
