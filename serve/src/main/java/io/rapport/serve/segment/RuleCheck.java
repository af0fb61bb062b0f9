package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.RuleOperator;
import io.rapport.model.spec.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with a rule at once, and makes one of it that is right in itself. */
public final class RuleCheck {

    /** Groups within groups, the outermost one counted. */
    public static final int DEEPEST = 3;

    /** Conditions in all; so that a rule that is being made fits into an address. */
    public static final int MOST_CONDITIONS = 20;

    private final List<RuleProblem> problems = new ArrayList<>();
    private int conditions;

    private RuleCheck() {}

    public static CheckedRule check(RuleDraft.Group draft) {
        RuleCheck check = new RuleCheck();
        AccountRule rule = check.group(draft, "", 1);
        if (check.conditions > MOST_CONDITIONS) {
            check.problem(
                    "",
                    "rules",
                    "The rule has " + check.conditions + " conditions; at most " + MOST_CONDITIONS + " are possible.");
        }
        return new CheckedRule(check.problems.isEmpty() ? rule : null, check.problems);
    }

    private @Nullable AccountRule group(RuleDraft.Group group, String path, int depth) {
        if (depth > DEEPEST) {
            problem(path, "rules", "Groups are nested more than " + DEEPEST + " deep. Move this one further out.");
            return null;
        }
        if (!group.match().equals(RuleDraft.ALL) && !group.match().equals(RuleDraft.ANY)) {
            problem(
                    path,
                    "match",
                    "A group asks for “all” or for “any” of its conditions, not for “" + group.match() + "”.");
        }
        if (group.rules().isEmpty()) {
            problem(path, "rules", "This group has no condition. Add one" + (path.isEmpty() ? "." : ", or remove it."));
        }
        List<AccountRule> rules = new ArrayList<>();
        for (int i = 0; i < group.rules().size(); i++) {
            String place = path.isEmpty() ? String.valueOf(i) : path + "." + i;
            RuleDraft part = group.rules().get(i);
            AccountRule rule = part instanceof RuleDraft.Group inner
                    ? group(inner, place, depth + 1)
                    : condition((RuleDraft.Condition) part, place);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules.isEmpty() ? null : new AccountRule.Group(group.match().equals(RuleDraft.ALL), rules);
    }

    private @Nullable AccountRule condition(RuleDraft.Condition condition, String path) {
        conditions++;
        AccountColumn column = column(condition.column(), path);
        if (column == null) {
            return null;
        }
        RuleOperator operator = operator(condition.operator(), column, path);
        if (operator == null) {
            return null;
        }
        if (!operator.takesValue()) {
            return new AccountRule.Condition(column, operator, null);
        }
        Optional<Object> value = RuleValue.find(column.kind(), condition.value());
        if (value.isEmpty()) {
            problem(path, "value", RuleValue.problem(column.kind(), condition.value()));
            return null;
        }
        return new AccountRule.Condition(column, operator, value.get());
    }

    private @Nullable AccountColumn column(String name, String path) {
        AccountColumn column = AccountColumn.find(name).orElse(null);
        if (column == null) {
            problem(
                    path,
                    "column",
                    name.isBlank()
                            ? "Choose a column."
                            : "There is no column “" + cut(name) + "”."
                                    + NearestName.question(cut(name), AccountColumn.names()));
        }
        return column;
    }

    private @Nullable RuleOperator operator(String word, AccountColumn column, String path) {
        RuleOperator operator = RuleOperator.find(word).orElse(null);
        if (operator != null && operator.kind() == column.kind()) {
            return operator;
        }
        String usual = RuleOperator.of(column.kind()).stream()
                .map(fitting -> "“" + fitting.words() + "”")
                .collect(Collectors.joining(", "));
        String what = operator != null
                ? "“" + operator.words() + "” is for a " + operator.kind().word() + "; "
                : word.isBlank() ? "Choose how to compare: " : "There is no comparison “" + cut(word) + "”; ";
        problem(
                path,
                "operator",
                what + column.columnName() + " is a " + column.kind().word() + ", and takes " + usual + ".");
        return null;
    }

    private static String cut(String text) {
        return text.length() <= RuleValue.LONGEST_TEXT ? text : text.substring(0, RuleValue.LONGEST_TEXT) + "…";
    }

    private void problem(String path, String field, String text) {
        problems.add(new RuleProblem(path, field, text));
    }
}
