package io.rapport.model.extract;

import io.rapport.core.dataset.Dataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as it was written; null and empty: not said.
 *
 * @param from first date or instant, inclusive
 * @param to last date or instant, exclusive
 * @param dateColumn by which of the row's dates
 * @param columns names
 * @param groups object ids
 * @param userFilter a condition on the directory's users
 * @param region an Office code, an Azure region, or all
 * @param tenantRegion the region of mailboxes of which the directory says none
 * @param format json, parquet or csv
 */
public record ExtractWords(
        Dataset dataset,
        @Nullable String from,
        @Nullable String to,
        @Nullable String dateColumn,
        List<String> columns,
        List<String> groups,
        @Nullable String userFilter,
        @Nullable String region,
        @Nullable String tenantRegion,
        @Nullable String format) {

    public ExtractWords {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    /** All rows of all users in all regions, as JSON lines. */
    public static ExtractWords of(Dataset dataset) {
        return new ExtractWords(dataset, null, null, null, List.of(), List.of(), null, null, null, null);
    }
}
