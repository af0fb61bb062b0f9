package io.rapport.serve.connection;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.util.Optional;

/**
 * The dataset that a file's path names: its own name first, then its folders, the nearest first. A name counts where it
 * begins with a dataset's ({@code BasicDataSet_v0.Message_v1-part-0.json}) and no letter or digit follows.
 */
final class DatasetInName {

    private DatasetInName() {}

    /** @param path within the watched folder, with slashes */
    static Optional<Dataset> find(String path) {
        String[] names = path.split("/", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            Optional<Dataset> found = findIn(names[i]);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Dataset> findIn(String name) {
        for (int end = name.length(); end > 0; end--) {
            if (end == name.length() || !Character.isLetterOrDigit(name.charAt(end))) {
                Optional<Dataset> found = Datasets.find(name.substring(0, end));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
