package io.rapport.lake.manifest;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lake holds of a dataset.
 *
 * @param rows rows that a reader sees: one per key
 * @param partitions by month, ascending
 * @param earliest the smallest partition time that landed; null for datasets without one
 * @param latest the largest partition time that landed
 */
public record DatasetContent(
        Dataset dataset,
        long rows,
        List<PartitionContent> partitions,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    public DatasetContent {
        partitions = List.copyOf(partitions);
    }

    public Optional<Instant> findEarliest() {
        return Optional.ofNullable(earliest);
    }

    public Optional<Instant> findLatest() {
        return Optional.ofNullable(latest);
    }

    static List<DatasetContent> of(List<PartitionLine> lines, Map<String, Long> visible) {
        List<DatasetContent> contents = new ArrayList<>();
        for (Dataset dataset : Datasets.all()) {
            List<PartitionLine> own = lines.stream()
                    .filter(line -> line.dataset().equals(dataset.name()))
                    .toList();
            if (!own.isEmpty()) {
                contents.add(new DatasetContent(
                        dataset,
                        visible.getOrDefault(dataset.name(), 0L),
                        own.stream().map(PartitionLine::content).toList(),
                        own.stream()
                                .map(PartitionLine::earliest)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        own.stream()
                                .map(PartitionLine::latest)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)));
            }
        }
        return contents;
    }
}
