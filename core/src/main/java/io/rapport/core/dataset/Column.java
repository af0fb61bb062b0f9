package io.rapport.core.dataset;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset, or a field within one.
 *
 * @param name as Graph Data Connect writes it; readers compare without regard to case; derived columns begin with
 *     an underscore
 * @param type what it holds
 * @param meaning one phrase for people
 * @param fallback the name under which some exports carry the same thing, or null
 * @param isFilterable whether an extraction may filter on it
 */
public record Column(
        String name,
        ColumnType type,
        String meaning,
        @Nullable String fallback,
        boolean isFilterable) {

    static Column of(String name, ColumnType type, String meaning) {
        return new Column(name, type, meaning, null, false);
    }

    Column filterable() {
        return new Column(name, type, meaning, fallback, true);
    }

    Column fallingBackOn(String other) {
        return new Column(name, type, meaning, other, isFilterable);
    }

    public Optional<String> findFallback() {
        return Optional.ofNullable(fallback);
    }

    /** Whether Rapport computes it at landing; sources can't set it. */
    public boolean isDerived() {
        return name.startsWith("_");
    }
}
