package io.rapport.model.extract;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted by a date of theirs; rows without that date are not.
 *
 * @param column name of the column, one that may be filtered by
 * @param from first instant, inclusive; null: from the beginning
 * @param to last instant, exclusive; null: without end
 */
public record DateRange(
        String column, @Nullable Instant from, @Nullable Instant to) {

    public DateRange {
        if (from == null && to == null) {
            throw new IllegalArgumentException("a range by " + column + " has a beginning or an end");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("a range by " + column + " ends after its beginning");
        }
    }

    public Optional<Instant> findFrom() {
        return Optional.ofNullable(from);
    }

    public Optional<Instant> findTo() {
        return Optional.ofNullable(to);
    }
}
