package io.rapport.model.duckdb.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which accounts: conditions, and groups of them. Immutable, and right in itself: whoever makes one has checked it. */
public sealed interface AccountRule {

    /**
     * Several at once.
     *
     * @param isEvery whether all of them have to be fulfilled, or one is enough
     * @param rules at least one
     */
    record Group(boolean isEvery, List<AccountRule> rules) implements AccountRule {

        public Group {
            rules = List.copyOf(rules);
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("a group without a rule");
            }
        }
    }

    /**
     * A column compared.
     *
     * @param value a {@link BigDecimal}, a text or a {@link LocalDate}, as the column's kind asks; null where the operator
     *     takes none
     */
    record Condition(
            AccountColumn column,
            RuleOperator operator,
            @Nullable Object value) implements AccountRule {

        public Condition {
            if (operator.kind() != column.kind() || !isOf(operator, value)) {
                throw new IllegalArgumentException(column + " " + operator + " another kind of value");
            }
        }

        private static boolean isOf(RuleOperator operator, @Nullable Object value) {
            if (!operator.takesValue()) {
                return value == null;
            }
            return switch (operator.kind()) {
                case NUMBER -> value instanceof BigDecimal;
                case TEXT -> value instanceof String;
                case DATE -> value instanceof LocalDate;
                case MARK -> false;
            };
        }
    }

    /** A mark that is true. */
    static AccountRule marked(AccountColumn mark) {
        return new Condition(mark, RuleOperator.TRUE, null);
    }
}
