package io.rapport.serve.customer;

import io.rapport.model.duckdb.account.AccountPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A period of an account's history.
 *
 * @param start first day
 * @param row of the table; null where there was no email and no meeting
 * @param isComplete whether all its days count already
 */
public record HistoryPeriod(LocalDate start, @Nullable AccountPeriod row, boolean isComplete) {

    public Optional<AccountPeriod> findRow() {
        return Optional.ofNullable(row);
    }

    public long emailsTo() {
        return row == null ? 0 : row.emailsTo();
    }

    public long emailsFrom() {
        return row == null ? 0 : row.emailsFrom();
    }

    public long meetingsTo() {
        return row == null ? 0 : row.meetingsTo();
    }

    public long meetingsFrom() {
        return row == null ? 0 : row.meetingsFrom();
    }

    /** Every month that begins in the window. */
    static List<HistoryPeriod> months(List<AccountPeriod> rows, ServedRun run) {
        LocalDate first = run.windowStart().withDayOfMonth(1);
        return fill(rows, "month", first.isBefore(run.windowStart()) ? first.plusMonths(1) : first, run.asOf(), true);
    }

    /** Every week that begins in the window, from Monday. */
    static List<HistoryPeriod> weeks(List<AccountPeriod> rows, ServedRun run) {
        LocalDate monday =
                run.windowStart().with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.MONDAY));
        return fill(rows, "week", monday, run.asOf(), false);
    }

    private static List<HistoryPeriod> fill(
            List<AccountPeriod> rows, String level, LocalDate first, LocalDate last, boolean isMonthly) {
        Map<LocalDate, AccountPeriod> byStart = new HashMap<>();
        rows.stream().filter(row -> row.level().equals(level)).forEach(row -> byStart.put(row.start(), row));
        List<HistoryPeriod> periods = new ArrayList<>();
        for (LocalDate start = first; !start.isAfter(last); ) {
            LocalDate next = isMonthly ? start.plusMonths(1) : start.plusWeeks(1);
            periods.add(new HistoryPeriod(
                    start, byStart.get(start), !next.minusDays(1).isAfter(last)));
            start = next;
        }
        return periods;
    }
}
