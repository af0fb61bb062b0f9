package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the list's address says: all that the list is cut and sorted by, so that it can be sent to somebody.
 *
 * @param enrichment name of the output table; empty for the primary one
 * @param search what was typed
 * @param show a word's parameter; empty for all
 * @param sort a column's name in lower case
 * @param isDescending the largest first
 * @param page from 1
 */
record ListAddress(String enrichment, String search, String show, String sort, boolean isDescending, int page) {

    static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 1_000_000;

    /** What makes no sense is taken for what is usual. */
    static ListAddress of(String enrichment, String search, String show, String sort, String way, String page) {
        AccountOrder order = order(sort);
        return new ListAddress(
                enrichment,
                search.length() <= LONGEST_SEARCH ? search.strip() : search.substring(0, LONGEST_SEARCH),
                Word.find(show).map(Word::parameter).orElse(""),
                name(order),
                way.isEmpty() ? order != AccountOrder.NAME : way.equals("desc"),
                number(page));
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,6}") ? Math.min(LAST_PAGE, Math.max(1, Integer.parseInt(page))) : 1;
    }

    private static AccountOrder order(String sort) {
        for (AccountOrder order : AccountOrder.values()) {
            if (name(order).equals(sort)) {
                return order;
            }
        }
        return AccountOrder.SCORE;
    }

    private static String name(AccountOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AccountQuery query() {
        return new AccountQuery(
                search,
                Word.find(show).map(Word::word).orElse(null),
                order(sort),
                isDescending,
                (page - 1L) * PAGE,
                PAGE);
    }

    ListAddress withPage(int other) {
        return new ListAddress(enrichment, search, show, sort, isDescending, other);
    }

    ListAddress withShow(String other) {
        return new ListAddress(enrichment, search, other, sort, isDescending, 1);
    }

    ListAddress withEnrichment(String other) {
        return new ListAddress(other, search, show, sort, isDescending, 1);
    }

    /** By this column; once more the other way round. */
    ListAddress sortedBy(AccountOrder order) {
        boolean isSame = sort.equals(name(order));
        return new ListAddress(
                enrichment, search, show, name(order), isSame ? !isDescending : order != AccountOrder.NAME, 1);
    }

    boolean isSortedBy(AccountOrder order) {
        return sort.equals(name(order));
    }

    String href() {
        return "/customers" + parameters();
    }

    String csv() {
        return "/customers.csv" + withPage(1).parameters();
    }

    private String parameters() {
        List<String> said = new ArrayList<>();
        add(said, "enrichment", enrichment);
        add(said, "q", search);
        add(said, "show", show);
        AccountOrder order = order(sort);
        boolean isUsual = isDescending == (order != AccountOrder.NAME);
        if (order != AccountOrder.SCORE || !isUsual) {
            add(said, "sort", sort);
            add(said, "way", isDescending ? "desc" : "asc");
        }
        add(said, "page", page == 1 ? "" : Objects.toString(page));
        return said.isEmpty() ? "" : "?" + String.join("&", said);
    }

    private static void add(List<String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
