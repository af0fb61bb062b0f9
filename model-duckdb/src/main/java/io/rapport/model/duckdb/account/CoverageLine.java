package io.rapport.model.duckdb.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a run's coverage report.
 *
 * @param reason why that many are left out; null where it counts what is there
 */
public record CoverageLine(
        String section, String item, @Nullable String reason, long count) {

    public Optional<String> findReason() {
        return Optional.ofNullable(reason);
    }
}
