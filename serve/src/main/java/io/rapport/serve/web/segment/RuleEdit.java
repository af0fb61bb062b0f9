package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.RuleOperator;
import io.rapport.serve.segment.RuleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the builder's buttons do to a rule; a button that names nothing of it does nothing. */
final class RuleEdit {

    private RuleEdit() {}

    /** @param doing {@code add}, {@code group}, {@code drop} or {@code fit}, a hyphen, and the place of the part */
    static RuleDraft.Group apply(RuleDraft.Group rule, String doing) {
        int hyphen = doing.indexOf('-');
        if (hyphen < 0) {
            return rule;
        }
        String verb = doing.substring(0, hyphen);
        return (RuleDraft.Group)
                changed(rule, RuleForm.ROOT, verb, doing.substring(hyphen + 1)).orElse(rule);
    }

    /** Empty where the part itself is dropped. */
    private static Optional<RuleDraft> changed(RuleDraft rule, String path, String verb, String place) {
        boolean isIt = path.equals(place);
        if (isIt && verb.equals("drop") && !path.equals(RuleForm.ROOT)) {
            return Optional.empty();
        }
        if (rule instanceof RuleDraft.Condition condition) {
            return Optional.of(isIt && verb.equals("fit") ? fitting(condition) : condition);
        }
        RuleDraft.Group group = (RuleDraft.Group) rule;
        List<RuleDraft> rules = new ArrayList<>();
        for (int i = 0; i < group.rules().size(); i++) {
            changed(group.rules().get(i), path + "." + i, verb, place).ifPresent(rules::add);
        }
        if (isIt && verb.equals("add")) {
            rules.add(RuleDraft.Condition.EMPTY);
        }
        if (isIt && verb.equals("group")) {
            String other = group.match().equals(RuleDraft.ANY) ? RuleDraft.ALL : RuleDraft.ANY;
            rules.add(new RuleDraft.Group(other, List.of(RuleDraft.Condition.EMPTY)));
        }
        return Optional.of(new RuleDraft.Group(group.match(), rules));
    }

    /** With a comparison that its column takes; the most usual one where it had another. */
    private static RuleDraft.Condition fitting(RuleDraft.Condition condition) {
        return AccountColumn.find(condition.column())
                .map(column -> {
                    boolean fits = RuleOperator.find(condition.operator())
                            .filter(operator -> operator.kind() == column.kind())
                            .isPresent();
                    return fits
                            ? condition
                            : new RuleDraft.Condition(
                                    condition.column(),
                                    RuleOperator.of(column.kind()).get(0).word(),
                                    "");
                })
                .orElse(condition);
    }
}
