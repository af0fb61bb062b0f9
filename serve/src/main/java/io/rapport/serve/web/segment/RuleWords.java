package io.rapport.serve.web.segment;

import io.rapport.model.duckdb.account.AccountColumn.Kind;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.RuleOperator;
import io.rapport.serve.web.Say;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A rule as a sentence. */
final class RuleWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private RuleWords() {}

    /** {@code Days since last email is more than 60 and days since last meeting is more than 60.} */
    static String of(AccountRule rule) {
        String text = text(rule, true);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static String text(AccountRule rule, boolean isOutermost) {
        if (rule instanceof AccountRule.Group group) {
            String joined = group.rules().stream()
                    .map(part -> text(part, group.rules().size() == 1))
                    .collect(Collectors.joining(group.isEvery() ? " and " : " or "));
            return isOutermost ? joined : "(" + joined + ")";
        }
        AccountRule.Condition condition = (AccountRule.Condition) rule;
        if (condition.column().kind() == Kind.MARK) {
            return (condition.operator() == RuleOperator.TRUE ? "marked “" : "not marked “")
                    + condition.column().title() + "”";
        }
        String title = condition.column().title();
        String begun = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) + " "
                + condition.operator().words();
        return condition.operator().takesValue()
                ? begun + " " + value(Objects.requireNonNull(condition.value()))
                : begun;
    }

    private static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    ? Say.count(number.longValueExact())
                    : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDate day ? DAY.format(day) : "“" + value + "”";
    }
}
