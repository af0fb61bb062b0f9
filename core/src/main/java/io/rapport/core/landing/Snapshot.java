package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import java.util.List;

/**
 * One consistent state of the lake: a pinned list of files. Immutable.
 *
 * @param id the commit that it shows; 0 is the empty lake
 * @param files all files visible at that commit
 */
public record Snapshot(long id, List<LandedFile> files) {

    public Snapshot {
        files = List.copyOf(files);
    }

    /** The files of a dataset, in the order in which they were committed. */
    public List<LandedFile> files(Dataset dataset) {
        return files.stream().filter(file -> file.dataset().equals(dataset)).toList();
    }
}
