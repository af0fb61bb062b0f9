package io.rapport.serve.dataset;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.lake.manifest.DatasetContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All datasets, also those of which nothing has landed.
 *
 * @param entries in the order of {@link Datasets#all()}
 */
public record Catalog(List<CatalogEntry> entries) {

    public Catalog {
        entries = List.copyOf(entries);
    }

    public static Catalog of(List<DatasetContent> contents) {
        Map<Dataset, DatasetContent> landed =
                contents.stream().collect(Collectors.toMap(DatasetContent::dataset, Function.identity()));
        return new Catalog(Datasets.all().stream()
                .map(dataset -> landed.containsKey(dataset)
                        ? CatalogEntry.of(landed.get(dataset))
                        : CatalogEntry.empty(dataset))
                .toList());
    }

    public CatalogEntry entry(Dataset dataset) {
        return entries.stream()
                .filter(entry -> entry.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
    }
}
