package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.LandedFile.Kind;
import io.rapport.core.landing.Landing.Landed;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.util.List;

/**
 * What a batch comes to for one dataset, once its keys are checked.
 *
 * @param files what has to become visible; none where nothing changes
 */
record Outcome(Dataset dataset, List<OutcomeFile> files, Landed counts) {

    /** A staged file and what its rows mean. */
    record OutcomeFile(Written file, Kind kind) {}
}
