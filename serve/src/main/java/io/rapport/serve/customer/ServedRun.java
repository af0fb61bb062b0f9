package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.RunTables;
import io.rapport.serve.run.Run;
import java.time.LocalDate;

/**
 * A run that pages are served from.
 *
 * @param run as the log has it; it delivered its tables
 * @param tables where these lie
 */
public record ServedRun(Run run, RunTables tables) {

    public String output() {
        return tables.output();
    }

    /** The last day that counts. */
    public LocalDate asOf() {
        return run.request().asOf();
    }

    /** The first day that counts. */
    public LocalDate windowStart() {
        return asOf().minusYears(1).plusDays(1);
    }
}
