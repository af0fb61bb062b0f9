package io.rapport.model.duckdb.account;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A component of one score: a row of the score table.
 *
 * @param component by the name in the table
 * @param value null where the account has none
 * @param standingCount how many accounts with a value are not better
 * @param standingTotal how many have a value
 * @param weight of the component
 * @param points that it adds, to four decimals
 */
public record ScorePart(
        String component,
        @Nullable Long value,
        long standingCount,
        long standingTotal,
        long weight,
        BigDecimal points) {}
