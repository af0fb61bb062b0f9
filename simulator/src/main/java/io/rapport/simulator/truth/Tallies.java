package io.rapport.simulator.truth;

import io.rapport.simulator.company.Account;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The tallies of all accounts and periods of one window. Not thread-safe. */
final class Tallies {

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final List<Account> accounts;
    private final Map<Period, Tally> tallies = new HashMap<>();

    Tallies(List<Account> accounts, LocalDate asOf) {
        this.accounts = accounts;
        this.lastDay = asOf;
        this.firstDay = asOf.minusYears(1).plusDays(1);
        accounts.forEach(account -> tallies.put(new Period(account.id(), "year", firstDay), new Tally()));
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Counts something of a day that the window holds for an account: in its year, its month, its week. */
    void count(int account, LocalDate day, Consumer<Tally> what) {
        String id = accounts.get(account).id();
        count(new Period(id, "year", firstDay), what);
        LocalDate month = day.withDayOfMonth(1);
        if (holds(month)) {
            count(new Period(id, "month", month), what);
        }
        LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (holds(week)) {
            count(new Period(id, "week", week), what);
        }
    }

    Map<Period, Tally> all() {
        return tallies;
    }

    private void count(Period period, Consumer<Tally> what) {
        what.accept(tallies.computeIfAbsent(period, any -> new Tally()));
    }
}
