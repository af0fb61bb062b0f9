package io.rapport.lake.retention;

/**
 * What an erasure took out.
 *
 * @param rows that were visible before and are no longer; rows that an erased one had hidden are visible again and not
 *     counted
 * @param files that were deleted
 */
public record Erased(long rows, int files) {}
