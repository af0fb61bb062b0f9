package io.rapport.lake.manifest;

/**
 * What there is of a source in a dataset.
 *
 * @param dataset by its name
 * @param files those that wait for their deletion too
 * @param rows of the files that readers see, former versions among them
 */
public record SourceContent(String dataset, long files, long rows) {}
