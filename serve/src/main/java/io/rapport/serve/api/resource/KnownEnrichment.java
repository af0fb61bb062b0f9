package io.rapport.serve.api.resource;

import io.rapport.model.duckdb.account.AccountCounts;
import io.rapport.serve.enrichment.Enrichment;
import io.rapport.serve.run.Run;
import java.util.Optional;

/**
 * An enrichment that was saved, or one that ran on the command line.
 *
 * @param saved empty for one of the command line
 * @param lastRun empty before the first
 * @param counts of the latest run that delivered tables; empty for none
 */
record KnownEnrichment(
        String output,
        Optional<Enrichment> saved,
        Optional<Run> lastRun,
        Optional<AccountCounts> counts,
        boolean isPrimary) {

    String name() {
        return saved.map(Enrichment::name)
                .or(() -> lastRun.map(run -> run.request().enrichment()))
                .orElse(output);
    }
}
