package io.rapport.serve.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.PartitionContent;
import java.util.List;

/**
 * A dataset and what the lake holds of it.
 *
 * @param rows one per key
 * @param files number of files that count
 * @param bytes their size
 */
public record CatalogEntry(Dataset dataset, long rows, long files, long bytes, Coverage coverage) {

    static CatalogEntry empty(Dataset dataset) {
        return new CatalogEntry(dataset, 0, 0, 0, new Coverage(List.of(), 0));
    }

    static CatalogEntry of(DatasetContent content) {
        List<PartitionContent> partitions = content.partitions();
        return new CatalogEntry(
                content.dataset(),
                content.rows(),
                partitions.stream().mapToLong(PartitionContent::files).sum(),
                partitions.stream().mapToLong(PartitionContent::bytes).sum(),
                Coverage.of(partitions));
    }

    /** {@code 2025-11 to 2026-10}, a single month, or nothing. */
    public String period() {
        List<Coverage.Month> months = coverage.months();
        if (months.isEmpty()) {
            return "";
        }
        String first = months.get(0).month().toString();
        String last = months.get(months.size() - 1).month().toString();
        return first.equals(last) ? first : first + " to " + last;
    }
}
