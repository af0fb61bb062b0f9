package io.rapport.serve.segment;

import io.rapport.model.duckdb.account.AccountRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a rule.
 *
 * @param rule null where anything is wrong
 * @param problems all of them, from the top down
 */
public record CheckedRule(@Nullable AccountRule rule, List<RuleProblem> problems) {

    public CheckedRule {
        problems = List.copyOf(problems);
    }

    public Optional<AccountRule> findRule() {
        return Optional.ofNullable(rule);
    }
}
