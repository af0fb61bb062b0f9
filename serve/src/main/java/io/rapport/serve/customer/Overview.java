package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountStanding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run at a glance.
 *
 * @param run whose figures these are
 * @param earlier with which scores are compared; null where there is none
 * @param counts of its accounts
 * @param scoreTenths engaged accounts with a score from 0, from 10, and so on
 * @param daysOfData of the year, with an email or meeting
 * @param quiet the first that go quiet, the most engaged first
 * @param risers those whose score rose most since the earlier run, the most first
 * @param fallers those whose score fell most since, the most first
 */
public record Overview(
        ServedRun run,
        @Nullable ServedRun earlier,
        AccountCounts counts,
        List<Long> scoreTenths,
        long daysOfData,
        List<AccountStanding> quiet,
        List<AccountStanding> risers,
        List<AccountStanding> fallers) {

    public Overview {
        scoreTenths = List.copyOf(scoreTenths);
        quiet = List.copyOf(quiet);
        risers = List.copyOf(risers);
        fallers = List.copyOf(fallers);
    }

    public Optional<ServedRun> findEarlier() {
        return Optional.ofNullable(earlier);
    }
}
