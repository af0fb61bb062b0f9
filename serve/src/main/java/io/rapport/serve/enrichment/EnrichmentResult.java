package io.rapport.serve.enrichment;

import io.rapport.model.duckdb.account.AccountStanding;
import io.rapport.model.duckdb.account.CoverageLine;
import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.run.Run;
import java.time.LocalDate;
import java.util.List;

/**
 * What an enrichment has come to.
 *
 * @param latest the run that says so
 * @param runs all of them, the latest first, also those that failed
 * @param coverage of the latest delivered run
 * @param history accounts that were enriched, run by run, the oldest first
 * @param preview the first accounts by score
 */
public record EnrichmentResult(
        ServedRun latest,
        List<Run> runs,
        List<CoverageLine> coverage,
        List<Enriched> history,
        List<AccountStanding> preview) {

    public EnrichmentResult {
        runs = List.copyOf(runs);
        coverage = List.copyOf(coverage);
        history = List.copyOf(history);
        preview = List.copyOf(preview);
    }

    /** How many accounts of how many had an email or meeting, as of a day. */
    public record Enriched(LocalDate asOf, long enriched, long accounts) {}

    /** A count of the coverage report; 0 where it has no such line. */
    public long count(String section, String item) {
        return coverage.stream()
                .filter(line -> line.section().equals(section)
                        && line.item().equals(item)
                        && line.findReason().isEmpty())
                .mapToLong(CoverageLine::count)
                .sum();
    }
}
