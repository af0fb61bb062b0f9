package io.rapport.lake.duckdb;

import java.nio.file.Path;

/**
 * Limits of one engine.
 *
 * @param memoryBytes what its buffers may take; the process takes up to 0.4 GB more; at least 64 MB
 * @param threads how many threads work; at least 1
 * @param tempFolder where it spills what does not fit; created where missing
 */
public record DuckDbSettings(long memoryBytes, int threads, Path tempFolder) {

    private static final long LEAST_MEMORY = 64L << 20;

    public DuckDbSettings {
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("memory of " + memoryBytes + " bytes; the least is " + LEAST_MEMORY);
        }
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads; the least is 1");
        }
        tempFolder = tempFolder.toAbsolutePath().normalize();
    }
}
