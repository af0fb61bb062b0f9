package io.rapport.model.duckdb.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A rule as a condition over the index. What somebody typed is a value that is bound, never a part of the text.
 *
 * @param text with a question mark for each value
 * @param values in their order
 */
record RuleSql(String text, List<Object> values) {

    RuleSql {
        values = List.copyOf(values);
    }

    static RuleSql of(AccountRule rule) {
        List<Object> values = new ArrayList<>();
        return new RuleSql(text(rule, values), values);
    }

    private static String text(AccountRule rule, List<Object> values) {
        if (rule instanceof AccountRule.Group group) {
            return group.rules().stream()
                    .map(one -> text(one, values))
                    .collect(Collectors.joining(group.isEvery() ? " and " : " or ", "(", ")"));
        }
        AccountRule.Condition condition = (AccountRule.Condition) rule;
        if (condition.operator().takesValue()) {
            values.add(bound(Objects.requireNonNull(condition.value())));
        }
        return "(" + condition.operator().sql(condition.column()) + ")";
    }

    /** Counts are compared as whole numbers where the value is one; scores and averages are doubles. */
    private static Object bound(Object value) {
        if (value instanceof BigDecimal number) {
            boolean isWhole = number.stripTrailingZeros().scale() <= 0;
            return isWhole ? (Object) number.longValueExact() : (Object) number.doubleValue();
        }
        return value.toString();
    }
}
