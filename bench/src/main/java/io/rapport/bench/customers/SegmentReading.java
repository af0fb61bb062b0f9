package io.rapport.bench.customers;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.RuleOperator;
import io.rapport.model.duckdb.account.RunTables;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reads segments as pages do, one after the other, and keeps the time that each took. */
public final class SegmentReading {

    private static final int PAGE = 50;
    private static final int NAMES = 10;

    private static final AccountRule STALE = new AccountRule.Group(
            true, List.of(more(AccountColumn.DAYS_SINCE_EMAIL, 60), more(AccountColumn.DAYS_SINCE_MEETING, 60)));

    private static final AccountRule NESTED = new AccountRule.Group(
            false,
            List.of(
                    new AccountRule.Group(
                            true,
                            List.of(
                                    new AccountRule.Condition(
                                            AccountColumn.ACCOUNT_NAME, RuleOperator.CONTAINS, "marine"),
                                    more(AccountColumn.ENGAGEMENT_SCORE, 80))),
                    new AccountRule.Group(
                            true,
                            List.of(AccountRule.marked(AccountColumn.RISING), more(AccountColumn.EMAILS_FROM, 30)))));

    private final AccountReader reader;
    private final RunTables tables;
    private final Random chance = new Random(1);

    public SegmentReading(AccountReader reader, RunTables tables) {
        this.reader = reader;
        this.tables = tables;
    }

    /** Milliseconds of each reading, in ascending order, by what was read. */
    public Map<String, List<Double>> run(int times) {
        Map<String, Runnable> readings = new LinkedHashMap<>();
        readings.put("count: stale accounts", () -> count(STALE));
        readings.put("count: two groups, one with part of a name", () -> count(NESTED));
        readings.put("list: stale accounts", () -> list(STALE, AccountOrder.SCORE, 0));
        readings.put("list: two groups", () -> list(NESTED, AccountOrder.SCORE, 0));
        readings.put("list: sorted by another column", () -> list(STALE, anyOrder(), 0));
        readings.put("list: a page far back", () -> list(STALE, AccountOrder.SCORE, 10_000));
        readings.put("joined and left since an earlier run: how many", this::change);
        readings.put("joined and left: the first ten names of both", this::names);
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        readings.forEach((name, reading) -> taken.put(name, CustomerReading.measure(reading, times)));
        return taken;
    }

    private void count(AccountRule rule) {
        if (reader.count(tables, rule) == 0) {
            throw new IllegalStateException("nobody fulfils " + rule);
        }
    }

    private void change() {
        var unused = reader.change(tables, tables, STALE);
    }

    private void names() {
        var unused = reader.changes(tables, tables, STALE, true, NAMES).size()
                + reader.changes(tables, tables, STALE, false, NAMES).size();
    }

    private void list(AccountRule rule, AccountOrder order, long from) {
        var unused = reader.page(tables, new AccountQuery("", null, rule, order, true, from, PAGE));
    }

    private AccountOrder anyOrder() {
        AccountOrder[] orders = AccountOrder.values();
        return orders[chance.nextInt(orders.length)];
    }

    private static AccountRule more(AccountColumn column, long number) {
        return new AccountRule.Condition(column, RuleOperator.MORE_THAN, BigDecimal.valueOf(number));
    }
}
