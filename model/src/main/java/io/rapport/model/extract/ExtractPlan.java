package io.rapport.model.extract;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.model.engine.Format;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an extraction delivers.
 *
 * @param columns in schema order, at least one
 * @param range by date; null: all rows
 * @param region one region; null: all, each in a folder of its own
 * @param tenantRegion the region of mailboxes of which the directory says none; null: nobody said
 */
public record ExtractPlan(
        Dataset dataset,
        List<Column> columns,
        @Nullable DateRange range,
        Scope scope,
        @Nullable Region region,
        @Nullable Region tenantRegion,
        Format format) {

    public ExtractPlan {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("an extraction of " + dataset + " without a column");
        }
    }

    /**
     * Reads what somebody asks for.
     *
     * @throws io.rapport.core.error.RapportException {@link ExtractError#EXTRACT_REQUEST}, with all that is wrong
     */
    public static ExtractPlan of(ExtractWords words) {
        return new ExtractReading(words, false).plan();
    }

    /** All that is wrong with what somebody asks for in a form; empty where it makes a plan. */
    public static List<ExtractProblem> problems(ExtractWords words) {
        return new ExtractReading(words, true).problems();
    }

    public Optional<DateRange> findRange() {
        return Optional.ofNullable(range);
    }

    public Optional<Region> findRegion() {
        return Optional.ofNullable(region);
    }

    public Optional<Region> findTenantRegion() {
        return Optional.ofNullable(tenantRegion);
    }

    /** The columns that an extraction of this dataset may have: those that came from the source. */
    public static List<Column> columns(Dataset dataset) {
        return dataset.columns().stream().filter(column -> !column.isDerived()).toList();
    }

    /** The column that holds the object id of a row's mailbox owner; empty for datasets about groups. */
    public static Optional<String> findOwnerColumn(Dataset dataset) {
        if (dataset.key().equals(List.of("id")) && has(dataset, "assignedPlans")) {
            return Optional.of("id");
        }
        return has(dataset, "puser") ? Optional.of("puser") : Optional.empty();
    }

    /** The column that holds the object id of a row's group, in datasets about groups. */
    public static String groupColumn(Dataset dataset) {
        return dataset.key().get(0);
    }

    private static boolean has(Dataset dataset, String column) {
        return dataset.columns().stream().anyMatch(one -> one.name().equals(column));
    }

    /** Everything that decides the bytes, on the same snapshot. */
    public String fingerprint() {
        return String.join(
                "\n",
                dataset.name(),
                String.join(",", columns.stream().map(Column::name).toList()),
                String.valueOf(range),
                String.valueOf(scope),
                String.valueOf(region),
                String.valueOf(tenantRegion),
                format.extension());
    }
}
