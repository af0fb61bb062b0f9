package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.AccountWord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Makes the overview of a run. Thread-safe. */
public final class Overviews {

    /** How many of each kind are named. */
    public static final int NAMED = 5;

    /** The words whose accounts are named, besides those that go quiet. */
    public static final Set<AccountWord> MARKED = Set.of(AccountWord.RISING, AccountWord.FALLING, AccountWord.REVIVED);

    private static final AccountRule HELD_BY_ONE = new AccountRule.Group(
            false,
            List.of(
                    AccountRule.marked(AccountColumn.SINGLE_THREADED_OURS),
                    AccountRule.marked(AccountColumn.SINGLE_THREADED_THEIRS)));

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
        AccountPage held =
                reader.page(run.tables(), query(null, AccountOrder.SCORE, true).with(HELD_BY_ONE));
        return new Overview(
                run,
                earlier,
                reader.counts(run.tables()),
                reader.scoreTenths(run.tables()),
                Completeness.of(reader.coverage(run.tables())),
                list(run, query(AccountWord.GOING_QUIET, AccountOrder.SCORE, true)),
                changed(run, true, account -> change(account)),
                changed(run, false, account -> -change(account)),
                marked(run),
                held.accounts(),
                held.found());
    }

    private Map<AccountWord, List<AccountStanding>> marked(ServedRun run) {
        Map<AccountWord, List<AccountStanding>> marked = new EnumMap<>(AccountWord.class);
        marked.put(AccountWord.RISING, list(run, query(AccountWord.RISING, AccountOrder.MONTH, true)));
        marked.put(AccountWord.FALLING, list(run, query(AccountWord.FALLING, AccountOrder.MONTH, false)));
        marked.put(AccountWord.REVIVED, list(run, query(AccountWord.REVIVED, AccountOrder.SCORE, true)));
        return marked;
    }

    private static AccountQuery query(@Nullable AccountWord word, AccountOrder order, boolean isDescending) {
        return new AccountQuery("", word, order, isDescending, 0, NAMED);
    }

    private List<AccountStanding> changed(
            ServedRun run, boolean isDescending, ToDoubleFunction<AccountStanding> change) {
        return list(run, query(null, AccountOrder.CHANGE, isDescending)).stream()
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
