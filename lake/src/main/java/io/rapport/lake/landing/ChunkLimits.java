package io.rapport.lake.landing;

/**
 * When a chunk is full.
 *
 * @param rows most lines
 * @param bytes most bytes of JSON, give or take one buffer
 */
record ChunkLimits(int rows, long bytes) {

    static final ChunkLimits USUAL = new ChunkLimits(500_000, 256L << 20);
}
