package io.rapport.lake.manifest;

/**
 * One partition of a dataset.
 *
 * @param partition month as {@code yyyy-MM}, or {@code none}
 * @param rows rows of its files, hidden ones and removals included
 * @param bytes size of its files
 * @param files number of its files
 */
public record PartitionContent(String partition, long rows, long bytes, long files) {}
