package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountColumn.Kind;
import io.rapport.model.duckdb.account.RuleOperator;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import io.rapport.serve.segment.RuleProblem;
import io.rapport.serve.web.segment.BuilderView.Choice;
import io.rapport.serve.web.segment.BuilderView.Choices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the builder's fields out of a rule, right or wrong, with each problem beside its field. */
final class BuilderForm {

    private final List<RuleProblem> problems;
    private int conditions;
    private int groups;

    private BuilderForm(List<RuleProblem> problems) {
        this.problems = problems;
    }

    static BuilderView.Group of(RuleDraft.Group rule, List<RuleProblem> problems) {
        return new BuilderForm(problems).group(rule, RuleForm.ROOT, 1);
    }

    private BuilderView.Group group(RuleDraft.Group group, String path, int depth) {
        String title = depth == 1 ? "Rule" : "Group " + ++groups;
        List<BuilderView.Part> parts = new ArrayList<>();
        for (int i = 0; i < group.rules().size(); i++) {
            String place = path + "." + i;
            parts.add(
                    group.rules().get(i) instanceof RuleDraft.Group inner
                            ? new BuilderView.Part(group(inner, place, depth + 1), null)
                            : new BuilderView.Part(
                                    null,
                                    condition(
                                            (RuleDraft.Condition) group.rules().get(i), place)));
        }
        return new BuilderView.Group(
                path,
                title,
                group.match().equals(RuleDraft.ANY),
                Arrays.stream(new String[] {problem(path, "match"), problem(path, "rules")})
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                parts,
                depth == 1,
                depth < RuleCheck.DEEPEST);
    }

    private BuilderView.Condition condition(RuleDraft.Condition condition, String path) {
        conditions++;
        @Nullable AccountColumn column = AccountColumn.find(condition.column()).orElse(null);
        Optional<RuleOperator> operator = RuleOperator.find(condition.operator());
        Kind kind = column == null ? Kind.NUMBER : column.kind();
        return new BuilderView.Condition(
                path,
                "condition " + conditions,
                columns(condition.column(), column),
                operators(condition.operator(), kind, operator),
                condition.value(),
                // A browser's own field would throw away what it does not take for a date.
                kind == Kind.DATE && condition.value().matches("(|\\d{4}-\\d\\d-\\d\\d)") ? "date" : "text",
                kind == Kind.NUMBER ? "60" : kind == Kind.DATE ? "2026-10-31" : "",
                kind != Kind.MARK && (operator.isEmpty() || operator.get().takesValue()),
                problem(path, "column"),
                problem(path, "operator"),
                problem(path, "value"));
    }

    private static List<Choices> columns(String chosen, @Nullable AccountColumn column) {
        List<Choices> all = new ArrayList<>();
        all.add(new Choices(
                "Nothing chosen",
                List.of(new Choice(column == null ? chosen : "", "Choose a column", column == null))));
        for (Kind kind : Kind.values()) {
            all.add(new Choices(
                    switch (kind) {
                        case NUMBER -> "Numbers of the year";
                        case TEXT -> "Texts";
                        case DATE -> "Dates";
                        case MARK -> "Marks";
                    },
                    Arrays.stream(AccountColumn.values())
                            .filter(known -> known.kind() == kind)
                            .map(known -> new Choice(known.columnName(), known.title(), known == column))
                            .toList()));
        }
        return all;
    }

    /** Those for the column; one that is not for it stays where somebody chose it, so that its problem can be told. */
    private static List<Choice> operators(String chosen, Kind kind, Optional<RuleOperator> operator) {
        List<Choice> choices = new ArrayList<>();
        operator.filter(known -> known.kind() != kind)
                .ifPresent(known -> choices.add(new Choice(
                        known.word(), known.words() + " (" + known.kind().word() + ")", true)));
        RuleOperator.of(kind)
                .forEach(known ->
                        choices.add(new Choice(known.word(), known.words(), Objects.equals(known.word(), chosen))));
        return choices;
    }

    private String problem(String path, String field) {
        String place = path.equals(RuleForm.ROOT) ? "" : path.substring(RuleForm.ROOT.length() + 1);
        return problems.stream()
                .filter(problem ->
                        problem.path().equals(place) && problem.field().equals(field))
                .map(RuleProblem::text)
                .collect(Collectors.joining(" "));
    }
}
