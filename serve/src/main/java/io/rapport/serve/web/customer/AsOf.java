package io.rapport.serve.web.customer;

import io.rapport.serve.customer.ServedRun;
import io.rapport.serve.web.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Of which days numbers are, in words. */
public final class AsOf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private AsOf() {}

    public static String words(ServedRun run, Instant now) {
        return run.run().request().enrichment() + ", " + period(run, now);
    }

    /** The same without the enrichment's name. */
    public static String period(ServedRun run, Instant now) {
        return day(run.windowStart()) + " to " + day(run.asOf()) + " in "
                + run.run().request().timeZone().getId() + "; run "
                + Say.ago(run.run().startedAt(), now);
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
