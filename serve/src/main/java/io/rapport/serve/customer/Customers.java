package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountPage;
import io.rapport.model.duckdb.account.AccountPeriod;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.ScorePart;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The customers of the latest runs. Thread-safe. */
public final class Customers {

    private final ServedRuns runs;
    private final AccountReader reader;

    public Customers(ServedRuns runs, AccountReader reader) {
        this.runs = runs;
        this.reader = reader;
    }

    /** The output tables that can be shown, the primary one first. */
    public List<String> outputs() {
        return runs.outputs();
    }

    /** Those of them whose latest run has an account. */
    public List<String> outputsWith(String account) {
        List<String> outputs = outputs();
        return outputs.size() < 2
                ? outputs
                : outputs.stream()
                        .filter(output -> runs.findLatest(output)
                                .flatMap(run -> reader.find(run.tables(), account))
                                .isPresent())
                        .toList();
    }

    /** The latest run of an output table; where the name is empty or no table's, of the primary one. */
    public Optional<ServedRun> findRun(String output) {
        return runs.findLatest(output)
                .or(() -> runs.outputs().stream().findFirst().flatMap(runs::findLatest));
    }

    public AccountPage page(ServedRun run, AccountQuery query) {
        return reader.page(run.tables(), query);
    }

    /** All of a list, one by one. */
    public void each(ServedRun run, AccountQuery query, Consumer<AccountStanding> consumer) {
        reader.each(run.tables(), query, consumer);
    }

    public AccountCounts counts(ServedRun run) {
        return reader.counts(run.tables());
    }

    /** Everything about one account. */
    public Optional<Customer> find(ServedRun run, String id) {
        AccountStanding standing = reader.find(run.tables(), id).orElse(null);
        if (standing == null) {
            return Optional.empty();
        }
        List<AccountPeriod> periods = reader.periods(run.tables(), id);
        AccountPeriod year = periods.stream()
                .filter(period -> period.level().equals("year"))
                .findFirst()
                .orElseThrow();
        @Nullable ServedRun earlier = runs.findEarlier(run.run().request()).orElse(null);
        List<ScorePart> before = earlier == null ? List.of() : reader.scoreParts(earlier.tables(), id);
        return Optional.of(new Customer(
                run,
                earlier,
                standing,
                year,
                HistoryPeriod.months(periods, run),
                HistoryPeriod.weeks(periods, run),
                ScoreBreakdown.of(reader.scoreParts(run.tables(), id), standing.score(), before),
                reader.counts(run.tables())));
    }
}
