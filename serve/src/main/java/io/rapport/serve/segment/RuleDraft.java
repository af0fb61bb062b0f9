package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountRule;
import java.math.BigDecimal;
import java.util.List;

/** A rule as somebody wrote it, right or wrong. */
public sealed interface RuleDraft {

    /** Word for groups all of whose rules have to be fulfilled. */
    String ALL = "all";

    /** Word for groups where one is enough. */
    String ANY = "any";

    /**
     * Several at once.
     *
     * @param match {@link #ALL} or {@link #ANY}
     */
    record Group(String match, List<RuleDraft> rules) implements RuleDraft {

        public Group {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A column compared.
     *
     * @param column by the output table's name
     * @param operator its word
     * @param value empty where the operator takes none
     */
    record Condition(String column, String operator, String value) implements RuleDraft {

        /** Nothing chosen yet. */
        public static final Condition EMPTY = new Condition("", "", "");
    }

    /**
     * As JSON has it.
     *
     * @throws io.rapport.core.error.RapportException {@link SegmentError#SEGMENT_INVALID} where it is not of that form
     */
    static Group read(String json) {
        return RuleJson.read(json);
    }

    /** As JSON. */
    static String json(Group rule) {
        return RuleJson.of(rule);
    }

    /** As somebody would have written it. */
    static Group of(AccountRule rule) {
        return draft(rule) instanceof Group group ? group : new Group(ALL, List.of(draft(rule)));
    }

    private static RuleDraft draft(AccountRule rule) {
        if (rule instanceof AccountRule.Group group) {
            return new Group(
                    group.isEvery() ? ALL : ANY,
                    group.rules().stream().map(RuleDraft::draft).toList());
        }
        AccountRule.Condition condition = (AccountRule.Condition) rule;
        Object value = condition.value();
        return new Condition(
                condition.column().columnName(),
                condition.operator().word(),
                value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
}
