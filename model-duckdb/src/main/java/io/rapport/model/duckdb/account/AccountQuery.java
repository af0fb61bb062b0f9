package io.rapport.model.duckdb.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, in which order.
 *
 * @param search part of the name or id, whatever case and accents; empty for all
 * @param word only those of whom it is true; null for all
 * @param rule only those that fulfil it; null for all
 * @param order by what
 * @param isDescending the largest first
 * @param offset how many to leave out, from 0
 * @param most how many at most, from 1
 */
public record AccountQuery(
        String search,
        @Nullable AccountWord word,
        @Nullable AccountRule rule,
        AccountOrder order,
        boolean isDescending,
        long offset,
        int most) {

    public AccountQuery {
        if (offset < 0 || most < 1) {
            throw new IllegalArgumentException(most + " accounts from " + offset);
        }
        search = search.strip();
    }

    /** Whatever rule. */
    public AccountQuery(
            String search,
            @Nullable AccountWord word,
            AccountOrder order,
            boolean isDescending,
            long offset,
            int most) {
        this(search, word, null, order, isDescending, offset, most);
    }

    public AccountQuery with(AccountRule other) {
        return new AccountQuery(search, word, other, order, isDescending, offset, most);
    }

    public Optional<AccountRule> findRule() {
        return Optional.ofNullable(rule);
    }

    public Optional<AccountWord> findWord() {
        return Optional.ofNullable(word);
    }
}
