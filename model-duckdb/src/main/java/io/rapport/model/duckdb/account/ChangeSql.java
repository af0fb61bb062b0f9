package io.rapport.model.duckdb.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Who fulfils a rule in one run and not in an earlier one, as a query: change, account_id, account_name, sort_name, score,
 * score_before; in no order.
 *
 * @param text with a question mark for each value
 * @param values in their order
 */
record ChangeSql(String text, List<Object> values) {

    static final String JOINED = "joined";
    static final String LEFT = "left";

    ChangeSql {
        values = List.copyOf(values);
    }

    static ChangeSql of(RunTables tables, RunTables earlier, AccountRule rule) {
        RuleSql sql = RuleSql.of(rule);
        List<Object> values = new ArrayList<>(sql.values());
        values.addAll(sql.values());
        String now = AccountIndex.parquet(tables.index());
        String then = AccountIndex.parquet(earlier.index());
        return new ChangeSql("""
                with here as (select * from %1$s where %3$s),
                before as (select * from %2$s where %3$s),
                join_both as (
                    select '%4$s' as change, h.account_id, h.account_name, h.sort_name, h.score, t.score as score_before
                    from here as h
                    anti join before as b on b.account_id = h.account_id
                    left join %2$s as t on t.account_id = h.account_id
                    union all
                    select '%5$s', b.account_id, coalesce(n.account_name, b.account_name),
                        coalesce(n.sort_name, b.sort_name), n.score, b.score
                    from before as b
                    anti join here as h on h.account_id = b.account_id
                    left join %1$s as n on n.account_id = b.account_id
                )
                select * from join_both
                """.formatted(now, then, sql.text(), JOINED, LEFT), values);
    }
}
