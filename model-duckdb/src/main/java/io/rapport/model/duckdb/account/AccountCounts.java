package io.rapport.model.duckdb.account;

import java.util.List;
import java.util.Map;

/**
 * The accounts of a run, counted.
 *
 * @param accounts all of them
 * @param engaged those with an email or meeting in the window
 * @param words of how many each is true
 * @param scoreQuartiles the three scores that part engaged accounts into four parts of the same size; all 0 for none
 */
public record AccountCounts(long accounts, long engaged, Map<AccountWord, Long> words, List<Double> scoreQuartiles) {

    public AccountCounts {
        words = Map.copyOf(words);
        scoreQuartiles = List.copyOf(scoreQuartiles);
    }

    public long of(AccountWord word) {
        return words.getOrDefault(word, 0L);
    }
}
