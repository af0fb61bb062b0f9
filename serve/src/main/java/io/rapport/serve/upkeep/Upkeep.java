package io.rapport.serve.upkeep;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.progress.Progress;
import io.rapport.lake.Lake;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.retention.Folded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes former months out of a lake and folds its files together, dataset by dataset. */
public final class Upkeep {

    private final Lake lake;

    public Upkeep(Lake lake) {
        this.lake = lake;
    }

    /**
     * A month of a dataset that leaves.
     *
     * @param rows of its files, hidden ones included
     */
    public record FormerMonth(Dataset dataset, String month, long rows, long bytes) {}

    /** What {@link #retain} takes out. */
    public List<FormerMonth> former(Optional<KeptMonths> kept) {
        List<FormerMonth> former = new ArrayList<>();
        for (DatasetContent content : lake.contents()) {
            content.partitions().stream()
                    .filter(partition -> kept.filter(months -> months.isFormer(partition.partition()))
                            .isPresent())
                    .forEach(partition -> former.add(new FormerMonth(
                            content.dataset(), partition.partition(), partition.rows(), partition.bytes())));
        }
        return former;
    }

    /**
     * Takes former months out; from now on none of them lands any more. Where everything is kept, everything lands.
     * Answers with the datasets that something left.
     */
    public Map<Dataset, Folded> retain(Optional<KeptMonths> kept, Progress progress) {
        Map<Dataset, Folded> left = new LinkedHashMap<>();
        if (kept.isEmpty()) {
            lake.upkeep().keepAll();
            return left;
        }
        lake.upkeep().keep(kept.get());
        for (Dataset dataset : Datasets.all()) {
            Folded folded = lake.upkeep().retain(dataset, kept.get(), progress);
            if (folded.filesBefore() > 0) {
                left.put(dataset, folded);
            }
        }
        return left;
    }

    /** Folds where that is worth it. Answers with the datasets whose files changed. */
    public Map<Dataset, Folded> compactWhereDue(Progress progress) {
        Map<Dataset, Folded> done = new LinkedHashMap<>();
        for (Dataset dataset : Datasets.all()) {
            Folded folded = lake.upkeep().compactWhereDue(dataset, progress);
            if (folded.filesBefore() > 0) {
                done.put(dataset, folded);
            }
        }
        return done;
    }

    /** What all of them came to. */
    public static Folded sum(Map<Dataset, Folded> folded) {
        return folded.values().stream().reduce(Folded.NOTHING, Folded::plus);
    }
}
