package io.rapport.serve.enrichment;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.customer.ServedRuns;
import io.rapport.serve.run.Run;
import io.rapport.serve.run.RunLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the enrichments of a home have come to, by the names of their output tables. Thread-safe. */
public final class EnrichmentResults {

    private static final int PREVIEW = 8;
    private static final int MOST_RUNS = 30;

    private final RunLog runs;
    private final ServedRuns served;
    private final AccountReader reader;

    public EnrichmentResults(RunLog runs, ServedRuns served, AccountReader reader) {
        this.runs = runs;
        this.served = served;
        this.reader = reader;
    }

    /** Every output table that a run was asked for, the latest run of each first in its list. */
    public List<List<Run>> list() {
        List<Run> all = runs.list();
        return all.stream()
                .map(run -> run.request().output())
                .distinct()
                .map(output -> all.stream()
                        .filter(run -> run.request().output().equals(output))
                        .toList())
                .toList();
    }

    /** The latest runs that were asked for, whatever came of them; the latest first. */
    public List<Run> runs(String output) {
        return runs.list(output, MOST_RUNS);
    }

    /** Accounts of the latest delivered run; empty where there is none. */
    public Optional<AccountCounts> findCounts(String output) {
        return served.findLatest(output).map(run -> reader.counts(run.tables()));
    }

    /** Empty where no run has delivered this table. */
    public Optional<EnrichmentResult> find(String output) {
        return served.findLatest(output)
                .map(latest -> new EnrichmentResult(
                        latest,
                        runs(output),
                        reader.coverage(latest.tables()),
                        history(output),
                        reader.page(latest.tables(), new AccountQuery("", null, AccountOrder.SCORE, true, 0, PREVIEW))
                                .accounts()));
    }

    private List<EnrichmentResult.Enriched> history(String output) {
        List<EnrichmentResult.Enriched> history = new ArrayList<>();
        for (ServedRun run : served.list(output, MOST_RUNS)) {
            AccountCounts counts = reader.counts(run.tables());
            history.add(new EnrichmentResult.Enriched(run.asOf(), counts.engaged(), counts.accounts()));
        }
        Collections.reverse(history);
        return history;
    }
}
