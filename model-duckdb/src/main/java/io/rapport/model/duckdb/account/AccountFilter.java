package io.rapport.model.duckdb.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Which accounts of the index a query is about.
 *
 * @param where empty for all; with a question mark for each value
 * @param values in their order
 */
record AccountFilter(String where, List<Object> values) {

    AccountFilter {
        values = List.copyOf(values);
    }

    static AccountFilter of(AccountQuery query) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.findWord().ifPresent(word -> conditions.add(word.column()));
        query.findRule().map(RuleSql::of).ifPresent(rule -> {
            conditions.add(rule.text());
            values.addAll(rule.values());
        });
        if (!query.search().isEmpty()) {
            conditions.add("contains(search_text, strip_accents(lower(?)))");
            values.add(query.search());
        }
        return new AccountFilter(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }
}
