package io.rapport.connect.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How far back mail is read: one year and the running month. */
public final class BackfillWindow {

    private BackfillWindow() {}

    /** The first instant, UTC. */
    public static Instant from(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusYears(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
