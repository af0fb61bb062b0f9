package io.rapport.bench.measure;

import io.rapport.lake.Lake;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where a measurement works, and what it may take.
 *
 * @param home a home folder that holds nothing but a benchmark's mail
 * @param memoryBytes of the whole process
 */
public record Place(Path home, long memoryBytes) {

    /** As the commands have it: class data, compiled code, stacks, and the engine's own unmanaged buffers. */
    private static final long LEAST_RESERVE = 128_000_000;

    private static final int SHARE_OF_RESERVE = 18;

    /** As the commands have it: what Spark's process takes beside its heap, and all of the process that waits for it. */
    private static final long BESIDE_SPARK = 800_000_000;

    private static final double LANDING_SHARE = 0.75;
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-01T00:00:00Z");

    /** Opens the home's lake; the caller closes it. */
    public Lake openLake() {
        return Lake.open(home, CLOCK, engine(LANDING_SHARE));
    }

    /** What the engine that reads Parquet exports gets, beside the lake's. */
    public DuckDbSettings exportEngine() {
        return engine(1 - LANDING_SHARE);
    }

    /** What a command's engine gets that works alone. */
    public DuckDbSettings wholeEngine() {
        return engine(1);
    }

    /** The limits that the commands give the engine beside this process's heap. */
    DuckDbSettings engine(double share) {
        long reserve = Math.max(LEAST_RESERVE, memoryBytes / SHARE_OF_RESERVE);
        long all = memoryBytes - Runtime.getRuntime().maxMemory() - reserve;
        return new DuckDbSettings(
                (long) (all * share), Runtime.getRuntime().availableProcessors(), home.resolve("tmp"));
    }

    /** The heap that the commands give Spark, in bytes. */
    long sparkHeap() {
        return memoryBytes - BESIDE_SPARK;
    }
}
