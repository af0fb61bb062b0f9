package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountPeriod;
import io.rapport.model.duckdb.account.AccountStanding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a card shows of an account.
 *
 * @param run that says so
 * @param earlier the run that it is compared with; null for none
 * @param standing its year, and what is true of it
 * @param year the row of the year
 * @param months every month that begins in the window, the oldest first, also those without anything
 * @param weeks likewise
 * @param score how it comes about
 * @param accounts it is ranked among
 */
public record Customer(
        ServedRun run,
        @Nullable ServedRun earlier,
        AccountStanding standing,
        AccountPeriod year,
        List<HistoryPeriod> months,
        List<HistoryPeriod> weeks,
        ScoreBreakdown score,
        AccountCounts accounts) {

    public Customer {
        months = List.copyOf(months);
        weeks = List.copyOf(weeks);
    }

    public Optional<ServedRun> findEarlier() {
        return Optional.ofNullable(earlier);
    }
}
