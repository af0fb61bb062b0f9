package io.rapport.bench.customers;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import io.rapport.model.duckdb.account.AccountReader;
import io.rapport.model.duckdb.account.AccountWord;
import io.rapport.model.duckdb.account.RunTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reads customers as pages do, one page after the other, and keeps the time that each took. */
public final class CustomerReading {

    private static final int PAGE = 50;
    private static final int WARMING = 20;

    private final AccountReader reader;
    private final RunTables tables;
    private final int accounts;
    private final Random chance = new Random(1);

    public CustomerReading(AccountReader reader, RunTables tables, int accounts) {
        this.reader = reader;
        this.tables = tables;
        this.accounts = accounts;
    }

    /** Milliseconds of each reading, in ascending order, by what was read. */
    public Map<String, List<Double>> run(int times) {
        Map<String, Runnable> pages = new LinkedHashMap<>();
        pages.put("the list", () -> list("", null, AccountOrder.SCORE, 0));
        pages.put("a page far back", () -> list("", null, AccountOrder.SCORE, chance.nextInt(accounts)));
        pages.put("sorted by another column", () -> list("", null, anyOrder(), 0));
        pages.put("searched", () -> list("e " + chance.nextInt(accounts), null, AccountOrder.SCORE, 0));
        pages.put("those of one word", () -> list("", AccountWord.GOING_QUIET, AccountOrder.SCORE, 0));
        pages.put("a card", this::card);
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        pages.forEach((name, page) -> taken.put(name, measure(page, times)));
        return taken;
    }

    private void list(
            String search, @org.jspecify.annotations.Nullable AccountWord word, AccountOrder order, int from) {
        reader.counts(tables);
        reader.page(tables, new AccountQuery(search, word, order, true, from, PAGE));
    }

    private AccountOrder anyOrder() {
        AccountOrder[] orders = AccountOrder.values();
        return orders[chance.nextInt(orders.length)];
    }

    /** With the run before, which is read for what changed. */
    private void card() {
        String id = String.format(java.util.Locale.ROOT, "ACC-%07d", chance.nextInt(accounts));
        if (reader.find(tables, id).isEmpty()
                || reader.periods(tables, id).size() != 60
                || reader.scoreParts(tables, id).size() != 9
                || reader.scoreParts(tables, id).size() != 9) {
            throw new IllegalStateException(id + " is not as it was made");
        }
        reader.counts(tables);
    }

    static List<Double> measure(Runnable page, int times) {
        for (int i = 0; i < WARMING; i++) {
            page.run();
        }
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            page.run();
            taken[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(taken);
        List<Double> sorted = new ArrayList<>();
        for (double one : taken) {
            sorted.add(one);
        }
        return sorted;
    }
}
