package io.rapport.serve.cli;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.model.spec.NearestName;
import java.util.List;

/** A dataset as somebody typed its name. */
final class NamedDataset {

    private NamedDataset() {}

    /** @throws RapportException {@link CliError#UNKNOWN_DATASET}, with the nearest names and all names */
    static Dataset of(String typed) {
        return Datasets.find(typed).orElseThrow(() -> unknown(typed));
    }

    private static RapportException unknown(String typed) {
        List<String> names = Datasets.all().stream().map(Dataset::name).toList();
        return new RapportException(
                CliError.UNKNOWN_DATASET,
                "There is no dataset \"" + typed + "\"." + NearestName.question(typed, names) + " Datasets: "
                        + String.join(", ", names) + ".");
    }
}
