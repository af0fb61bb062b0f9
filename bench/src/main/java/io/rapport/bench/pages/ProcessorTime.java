package io.rapport.bench.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What became of the processors' time since the machine started, in the system's own ticks.
 *
 * @param all of it
 * @param stolen while something here wanted to run, and the host ran others' machines
 */
public record ProcessorTime(long all, long stolen) {

    /** The first line: user, nice, system, idle, iowait, irq, softirq, steal; more is contained in these (proc(5)). */
    private static final Path STATISTICS = Path.of("/proc/stat");

    private static final int KINDS = 8;
    private static final int STOLEN = 7;

    /** Until now; nothing at all where the system doesn't say. */
    public static ProcessorTime now() {
        if (!Files.isReadable(STATISTICS)) {
            return new ProcessorTime(0, 0);
        }
        try (var lines = Files.lines(STATISTICS)) {
            return read(lines.findFirst().orElse(""));
        } catch (IOException unreadable) {
            return new ProcessorTime(0, 0);
        }
    }

    static ProcessorTime read(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length <= KINDS || !words[0].equals("cpu")) {
            return new ProcessorTime(0, 0);
        }
        long[] ticks =
                Arrays.stream(words, 1, KINDS + 1).mapToLong(Long::parseLong).toArray();
        return new ProcessorTime(Arrays.stream(ticks).sum(), ticks[STOLEN]);
    }

    /** The share that was stolen since then, from 0 to 1; 0 where the system doesn't say. */
    double stolenSince(ProcessorTime before) {
        return all <= before.all ? 0 : (double) (stolen - before.stolen) / (all - before.all);
    }
}
