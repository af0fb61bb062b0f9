package io.rapport.bench.cluster;

import io.rapport.bench.measure.PeakMemory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at processes, what they started, and a folder, twice a second until one of them ends. For one thread. */
final class ProcessWatch {

    private static final long EVERY_MILLIS = 500;

    private final Process awaited;
    private final List<Process> others;
    private final Path folder;
    private final Map<Long, Double> processor = new HashMap<>();
    private final Map<Long, Long> memory = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private long disk;

    /**
     * @param awaited whose end is the end
     * @param others that run beside it; what they took before counts too
     * @param folder need not be there
     */
    ProcessWatch(Process awaited, List<Process> others, Path folder) {
        this.awaited = awaited;
        this.others = List.copyOf(others);
        this.folder = folder;
    }

    Watched run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        do {
            Stream.concat(Stream.of(awaited), others.stream())
                    .map(Process::toHandle)
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .forEach(this::look);
            disk = Math.max(disk, bytes(folder));
        } while (!awaited.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        return new Watched(
                (System.nanoTime() - start) / 1e9,
                processor.values().stream().mapToDouble(Double::doubleValue).sum(),
                memory.values().stream().mapToLong(Long::longValue).sum(),
                disk);
    }

    private void look(ProcessHandle process) {
        process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .ifPresent(millis -> processor.put(process.pid(), millis / 1e3));
        // One that was just forked looks as large as its parent, until it becomes the small program that it is for.
        if (!seen.add(process.pid())) {
            PeakMemory.findPeakBytes(process).ifPresent(bytes -> memory.put(process.pid(), bytes));
        }
    }

    private static long bytes(Path folder) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path one, @org.jspecify.annotations.Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }
}
