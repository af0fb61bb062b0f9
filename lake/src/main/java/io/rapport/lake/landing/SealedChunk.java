package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finished files of lines.
 *
 * @param number position among the batch's chunks of this dataset: of two rows with the same key the one in the higher
 *     chunk counts
 * @param months lines that bring a row, by their partition
 * @param mixed lines that bring a row, of months beyond those that have a file of their own; a file or none
 * @param removed lines that take a key out; a file or none
 * @param rows how many lines bring a row
 * @param mayRepeat whether two lines may have the same key
 */
record SealedChunk(
        Dataset dataset,
        int number,
        Map<String, Path> months,
        List<Path> mixed,
        List<Path> removed,
        long rows,
        boolean mayRepeat) {

    List<Path> files() {
        return Stream.of(months.values(), mixed, removed)
                .flatMap(Collection::stream)
                .toList();
    }
}
