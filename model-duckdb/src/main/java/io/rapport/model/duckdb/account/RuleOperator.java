package io.rapport.model.duckdb.account;

import io.rapport.model.duckdb.account.AccountColumn.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a rule compares a column. Nothing is true of a value that is not there but {@link #UNKNOWN} and
 * {@link #DATE_UNKNOWN}. Texts are the same whatever their case and accents.
 */
public enum RuleOperator {
    MORE_THAN(Kind.NUMBER, "is more than", "%s > ?"),
    AT_LEAST(Kind.NUMBER, "is at least", "%s >= ?"),
    LESS_THAN(Kind.NUMBER, "is less than", "%s < ?"),
    AT_MOST(Kind.NUMBER, "is at most", "%s <= ?"),
    EQUALS(Kind.NUMBER, "is exactly", "%s = ?"),
    DIFFERS(Kind.NUMBER, "is not exactly", "%s <> ?"),
    KNOWN(Kind.NUMBER, "is known", "%s is not null"),
    UNKNOWN(Kind.NUMBER, "is not known", "%s is null"),
    IS(Kind.TEXT, "is", "strip_accents(lower(%s)) = strip_accents(lower(?))"),
    IS_NOT(Kind.TEXT, "is not", "strip_accents(lower(%s)) <> strip_accents(lower(?))"),
    CONTAINS(Kind.TEXT, "contains", "contains(strip_accents(lower(%s)), strip_accents(lower(?)))"),
    CONTAINS_NOT(Kind.TEXT, "does not contain", "not contains(strip_accents(lower(%s)), strip_accents(lower(?)))"),
    BEGINS_WITH(Kind.TEXT, "begins with", "starts_with(strip_accents(lower(%s)), strip_accents(lower(?)))"),
    BEFORE(Kind.DATE, "is before", "%s < cast(? as date)"),
    UNTIL(Kind.DATE, "is on or before", "%s <= cast(? as date)"),
    ON(Kind.DATE, "is on", "%s = cast(? as date)"),
    FROM(Kind.DATE, "is on or after", "%s >= cast(? as date)"),
    AFTER(Kind.DATE, "is after", "%s > cast(? as date)"),
    DATE_KNOWN(Kind.DATE, "is known", "%s is not null"),
    DATE_UNKNOWN(Kind.DATE, "is not known", "%s is null"),
    TRUE(Kind.MARK, "is true", "%s"),
    FALSE(Kind.MARK, "is not true", "not %s");

    private final Kind kind;
    private final String words;
    private final String pattern;

    RuleOperator(Kind kind, String words, String pattern) {
        this.kind = kind;
        this.words = words;
        this.pattern = pattern;
    }

    /** What it compares. */
    public Kind kind() {
        return kind;
    }

    /** As people read it, behind a column. */
    public String words() {
        return words;
    }

    /** As addresses and stored rules have it: {@code more-than}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it asks for a value to compare with. */
    public boolean takesValue() {
        return pattern.contains("?");
    }

    String sql(AccountColumn column) {
        return pattern.replace("%s", column.expression());
    }

    public static Optional<RuleOperator> find(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst();
    }

    /** Those for a kind of column, the most usual first. */
    public static List<RuleOperator> of(Kind kind) {
        return Arrays.stream(values()).filter(known -> known.kind == kind).toList();
    }
}
