package io.rapport.serve.web.customer;

import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Of which days numbers are, in words. */
final class AsOf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private AsOf() {}

    static String words(ServedRun run, Instant now) {
        return run.run().request().enrichment() + ", " + day(run.windowStart()) + " to " + day(run.asOf()) + " in "
                + run.run().request().timeZone().getId() + "; run "
                + Say.ago(run.run().startedAt(), now);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
