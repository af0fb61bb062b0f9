package io.rapport.serve.web.customer;

import io.rapport.model.duckdb.account.AccountOrder;
import io.rapport.model.duckdb.account.AccountQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the list's address says: all that the list is cut and sorted by, so that it can be sent to somebody.
 *
 * @param path of the list itself
 * @param csvPath of the same list as CSV
 * @param enrichment name of the output table; empty for the primary one
 * @param search what was typed
 * @param show a word's parameter; empty for all
 * @param sort a column's name in lower case
 * @param isDescending the largest first
 * @param page from 1
 */
public record ListAddress(
        String path,
        String csvPath,
        String enrichment,
        String search,
        String show,
        String sort,
        boolean isDescending,
        int page) {

    static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;
    private static final int LAST_PAGE = 1_000_000;

    /** What makes no sense is taken for what is usual. */
    public static ListAddress of(String path, String csvPath, Map<String, String> said) {
        String search = said.getOrDefault("q", "");
        String way = said.getOrDefault("way", "");
        AccountOrder order = order(said.getOrDefault("sort", ""));
        return new ListAddress(
                path,
                csvPath,
                said.getOrDefault("enrichment", ""),
                search.length() <= LONGEST_SEARCH ? search.strip() : search.substring(0, LONGEST_SEARCH),
                Word.find(said.getOrDefault("show", "")).map(Word::parameter).orElse(""),
                name(order),
                way.isEmpty() ? order != AccountOrder.NAME : way.equals("desc"),
                number(said.getOrDefault("page", "1")));
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

    public AccountQuery query() {
        return new AccountQuery(
                search,
                Word.find(show).map(Word::word).orElse(null),
                order(sort),
                isDescending,
                (page - 1L) * PAGE,
                PAGE);
    }

    /** The list as it is when nobody has searched or sorted. */
    ListAddress bare() {
        return new ListAddress(path, csvPath, enrichment, "", "", name(AccountOrder.SCORE), true, 1);
    }

    public ListAddress withPage(int other) {
        return new ListAddress(path, csvPath, enrichment, search, show, sort, isDescending, other);
    }

    ListAddress withShow(String other) {
        return new ListAddress(path, csvPath, enrichment, search, other, sort, isDescending, 1);
    }

    ListAddress withEnrichment(String other) {
        return new ListAddress(path, csvPath, other, search, show, sort, isDescending, 1);
    }

    /** By this column; once more the other way round. */
    ListAddress sortedBy(AccountOrder order) {
        boolean isSame = sort.equals(name(order));
        return new ListAddress(
                path,
                csvPath,
                enrichment,
                search,
                show,
                name(order),
                isSame ? !isDescending : order != AccountOrder.NAME,
                1);
    }

    boolean isSortedBy(AccountOrder order) {
        return sort.equals(name(order));
    }

    public String href() {
        return path + parameters();
    }

    String csv() {
        return csvPath + withPage(1).parameters();
    }

    /** What stands behind the path; empty for what is usual. */
    public String parameters() {
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
