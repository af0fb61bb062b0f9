package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Checkpoint;
import io.rapport.core.landing.Landing.Landed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes visible at once.
 *
 * @param writer who holds the lease
 * @param batch which of the writer's batches
 * @param source who brought it; empty: nobody in particular
 * @param checkedAgainst the commit that the batch's keys were checked against
 * @param changes what is done to each dataset that was checked, also where that is nothing
 * @param provided what must still stand for this to be recorded; null: nothing in particular
 */
public record NewCommit(
        String writer,
        String batch,
        String source,
        long checkedAgainst,
        List<NewFile> files,
        Map<Dataset, Landed> changes,
        List<Checkpoint> checkpoints,
        @Nullable Checkpoint provided) {

    public NewCommit {
        files = List.copyOf(files);
        changes = Map.copyOf(changes);
        checkpoints = List.copyOf(checkpoints);
    }

    Landed change(Dataset dataset) {
        return Objects.requireNonNull(changes.get(dataset), "a dataset with files that was not checked");
    }
}
