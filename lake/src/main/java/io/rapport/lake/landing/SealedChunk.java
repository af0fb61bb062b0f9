package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;

/**
 * A finished file of lines.
 *
 * @param number position among the batch's chunks of this dataset: of two rows with the same key the one in the higher
 *     chunk counts
 * @param rows lines that bring a row
 * @param removals lines that take a key out
 * @param mayRepeat whether two lines may have the same key
 */
record SealedChunk(Dataset dataset, int number, Path file, long rows, long removals, boolean mayRepeat) {}
