package io.rapport.core.landing;

import io.rapport.core.dataset.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way in, as a reader found it: raw values by column of its dataset, in schema order. A column that the
 * schema does not name has no place here. Values are String, Boolean, {@code List<@Nullable Object>} for lists and
 * {@code @Nullable Object[]} (fields in schema order) for structs. Mutable and reused; not thread-safe.
 */
public final class Row {

    private final Dataset dataset;
    private final @Nullable Object[] values;

    public Row(Dataset dataset) {
        this.dataset = dataset;
        this.values = new Object[dataset.columns().size()];
    }

    public Dataset dataset() {
        return dataset;
    }

    public void set(int column, @Nullable Object value) {
        values[column] = value;
    }

    public @Nullable Object value(int column) {
        return values[column];
    }

    /** Empties every column. */
    public void clear() {
        java.util.Arrays.fill(values, null);
    }
}
