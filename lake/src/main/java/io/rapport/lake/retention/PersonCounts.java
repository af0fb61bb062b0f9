package io.rapport.lake.retention;

/**
 * What an erasure of people does, or would do, to a dataset.
 *
 * @param dataset its name
 * @param files those that hold something of them
 * @param filesKept of these those of which something is left
 * @param ownRows rows of theirs in these files, versions that newer ones hide among them; they go
 * @param othersRows other people's rows that name them; their addresses go
 */
public record PersonCounts(String dataset, int files, int filesKept, long ownRows, long othersRows) {}
