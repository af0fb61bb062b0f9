package io.rapport.core.dataset;

import java.util.List;

/**
 * A dataset: what may rest in the lake under this name, and nothing else.
 *
 * @param name as Graph Data Connect names it
 * @param meaning one sentence for people
 * @param key names of the columns that identify a row
 * @param partitionDate names of the columns whose first present value decides the month; empty: not partitioned
 * @param columns in schema order, derived ones last
 */
public record Dataset(String name, String meaning, List<String> key, List<String> partitionDate, List<Column> columns) {

    public Dataset {
        key = List.copyOf(key);
        partitionDate = List.copyOf(partitionDate);
        columns = List.copyOf(columns);
    }

    /** The position of a column, by its exact name. */
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no column " + column);
    }

    public boolean isPartitioned() {
        return !partitionDate.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
