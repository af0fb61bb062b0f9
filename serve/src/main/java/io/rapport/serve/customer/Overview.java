package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run at a glance.
 *
 * @param run whose figures these are
 * @param earlier with which scores are compared; null where there is none
 * @param counts of its accounts
 * @param scoreTenths engaged accounts with a score from 0, from 10, and so on
 * @param completeness how much of the year's mail and meetings it saw
 * @param quiet the first that go quiet, the most engaged first
 * @param risers those whose score rose most since the earlier run, the most first
 * @param fallers those whose score fell most since, the most first
 * @param marked the first of whom each of {@link Overviews#MARKED} is true
 * @param singleThreaded the first whose relation hangs on one person of either side, the most engaged first
 * @param singleThreadedCount how many there are of those
 */
public record Overview(
        ServedRun run,
        @Nullable ServedRun earlier,
        AccountCounts counts,
        List<Long> scoreTenths,
        Completeness completeness,
        List<AccountStanding> quiet,
        List<AccountStanding> risers,
        List<AccountStanding> fallers,
        Map<AccountWord, List<AccountStanding>> marked,
        List<AccountStanding> singleThreaded,
        long singleThreadedCount) {

    public Overview {
        scoreTenths = List.copyOf(scoreTenths);
        quiet = List.copyOf(quiet);
        risers = List.copyOf(risers);
        fallers = List.copyOf(fallers);
        marked = Map.copyOf(marked);
        singleThreaded = List.copyOf(singleThreaded);
    }

    public long daysOfData() {
        return completeness.daysOfData();
    }

    /** The first of whom a word is true. */
    public List<AccountStanding> of(AccountWord word) {
        return marked.getOrDefault(word, List.of());
    }

    public Optional<ServedRun> findEarlier() {
        return Optional.ofNullable(earlier);
    }
}
