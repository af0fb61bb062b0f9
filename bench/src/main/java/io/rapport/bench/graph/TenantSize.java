package io.rapport.bench.graph;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How large the made-up tenant is.
 *
 * @param people employees, each with a mailbox, some of them gone
 * @param emails a year, each counted once; its copies are about twice as many
 * @param accounts customers, whose people stand in Outlook contacts
 */
public record TenantSize(int people, long emails, int accounts) {

    /** When it is read. */
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Its mail begins where a backfill does. */
    static YearMonth firstMonth() {
        return YearMonth.from(NOW.atZone(ZoneOffset.UTC)).minusMonths(12);
    }

    @Override
    public String toString() {
        return people + " people";
    }
}
