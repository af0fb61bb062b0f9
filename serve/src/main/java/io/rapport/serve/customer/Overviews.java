package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.model.duckdb.account.CoverageLine;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes the overview of a run. Thread-safe. */
public final class Overviews {

    /** How many of each kind are named. */
    public static final int NAMED = 5;

    /** What shows as a change to one decimal. */
    private static final double LEAST_CHANGE = 0.05;

    private final ServedRuns runs;
    private final AccountReader reader;

    public Overviews(ServedRuns runs, AccountReader reader) {
        this.runs = runs;
        this.reader = reader;
    }

    public Overview of(ServedRun run) {
        @Nullable ServedRun earlier = runs.findEarlier(run.run().request()).orElse(null);
        return new Overview(
                run,
                earlier,
                reader.counts(run.tables()),
                reader.scoreTenths(run.tables()),
                reader.coverage(run.tables()).stream()
                        .filter(line -> line.item().equals("Days of data"))
                        .mapToLong(CoverageLine::count)
                        .sum(),
                list(run, new AccountQuery("", AccountWord.GOING_QUIET, AccountOrder.SCORE, true, 0, NAMED)),
                changed(run, true, account -> change(account)),
                changed(run, false, account -> -change(account)));
    }

    private List<AccountStanding> changed(
            ServedRun run, boolean isDescending, ToDoubleFunction<AccountStanding> change) {
        return list(run, new AccountQuery("", null, AccountOrder.CHANGE, isDescending, 0, NAMED)).stream()
                .filter(account -> change.applyAsDouble(account) >= LEAST_CHANGE)
                .toList();
    }

    private static double change(AccountStanding account) {
        Double before = account.scoreBefore();
        return before == null ? 0 : account.score() - before;
    }

    private List<AccountStanding> list(ServedRun run, AccountQuery query) {
        return reader.page(run.tables(), query).accounts();
    }
}
