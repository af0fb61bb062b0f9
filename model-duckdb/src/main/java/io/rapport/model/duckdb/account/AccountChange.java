package io.rapport.model.duckdb.account;

import org.jspecify.annotations.Nullable;

/**
 * An account that fulfils a rule in one run and not in another.
 *
 * @param hasJoined whether it fulfils it now; otherwise it did in the earlier run
 * @param name now; of an account that is not there any more, then
 * @param score now; null where it is not there any more
 * @param scoreBefore in the earlier run; null where it was not there
 */
public record AccountChange(
        boolean hasJoined,
        String id,
        String name,
        @Nullable Double score,
        @Nullable Double scoreBefore) {}
