package io.rapport.serve.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.lake.manifest.DatasetContent;
import io.rapport.lake.manifest.PartitionContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset and what the lake holds of it.
 *
 * @param rows one per key
 * @param files number of files that count
 * @param bytes their size
 * @param earliest the smallest partition time that landed; null for datasets without one
 * @param latest the largest one
 */
public record CatalogEntry(
        Dataset dataset,
        long rows,
        long files,
        long bytes,
        Coverage coverage,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    static CatalogEntry empty(Dataset dataset) {
        return new CatalogEntry(dataset, 0, 0, 0, new Coverage(List.of(), 0), null, null);
    }

    static CatalogEntry of(DatasetContent content) {
        List<PartitionContent> partitions = content.partitions();
        return new CatalogEntry(
                content.dataset(),
                content.rows(),
                partitions.stream().mapToLong(PartitionContent::files).sum(),
                partitions.stream().mapToLong(PartitionContent::bytes).sum(),
                Coverage.of(partitions),
                content.earliest(),
                content.latest());
    }

    public Optional<Instant> findEarliest() {
        return Optional.ofNullable(earliest);
    }

    public Optional<Instant> findLatest() {
        return Optional.ofNullable(latest);
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
