package io.rapport.model.duckdb.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.model.run.OutputTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five accounts, and who of them fulfils what. */
class AccountRuleTest {

    @TempDir
    static Path folder;

    private static RunTables before;
    private static RunTables tables;
    private static AccountReader reader;

    @BeforeAll
    static void write_two_runs() {
        before = new EngagementRows()
                .year("A1", 80, 9, 9, 0, 2L, null)
                .year("A2", 10, 1, 1, 1, 61L, 300L)
                .year("Gone", 10, 1, 1, 1, 90L, 90L)
                .index(folder.resolve("before"), settings(), null);
        tables = new EngagementRows()
                .named("A1", "Ångström Werke")
                .named("A2", "50% off; drop table --")
                .named("A3", "=cmd|' /C calc'!A0")
                .year("A1", 42.1, 5, 0, 0, 61L, 61L)
                .year("A2", 10, 1, 1, 1, 61L, 60L)
                .year("A3", 60, 9, 9, 2, 400L, null)
                .year("A4", 0, 0, 0, 0, null, null)
                .year("A5", 90.5, 70, 30, 12, 300L, 200L)
                .index(folder.resolve("now"), settings(), before);
        reader = new AccountReader(settings());
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void more_than_60_days_since_email_and_meeting_is_who_is_stale_and_nothing_is_not_more_than_60() {
        AccountRule example = all(
                number(AccountColumn.DAYS_SINCE_EMAIL, RuleOperator.MORE_THAN, "60"),
                number(AccountColumn.DAYS_SINCE_MEETING, RuleOperator.MORE_THAN, "60"));

        assertThat(members(example)).containsExactly("A1", "A5");
        assertThat(members(AccountRule.marked(AccountColumn.STALE))).containsExactly("A1", "A5");
    }

    @Test
    void groups_nest_and_one_is_enough_where_one_is_asked_for() {
        AccountRule few = number(AccountColumn.EMAILS_TO, RuleOperator.AT_MOST, "1");
        AccountRule high = number(AccountColumn.ENGAGEMENT_SCORE, RuleOperator.AT_LEAST, "60");
        AccountRule met = number(AccountColumn.DAYS_SINCE_MEETING, RuleOperator.KNOWN, null);

        assertThat(members(any(few, high))).containsExactly("A2", "A3", "A4", "A5");
        assertThat(members(all(any(few, high), met))).containsExactly("A2", "A5");
        assertThat(members(any(all(few, met), all(high, met)))).containsExactly("A2", "A5");
    }

    @Test
    void numbers_are_compared_to_the_digit() {
        assertThat(members(number(AccountColumn.ENGAGEMENT_SCORE, RuleOperator.EQUALS, "42.1")))
                .containsExactly("A1");
        assertThat(members(number(AccountColumn.ENGAGEMENT_SCORE, RuleOperator.MORE_THAN, "42.1")))
                .containsExactly("A3", "A5");
        assertThat(members(number(AccountColumn.DAYS_SINCE_EMAIL, RuleOperator.LESS_THAN, "61.5")))
                .containsExactly("A1", "A2");
        assertThat(members(number(AccountColumn.DAYS_SINCE_MEETING, RuleOperator.UNKNOWN, null)))
                .containsExactly("A3", "A4");
        assertThat(members(number(AccountColumn.DAYS_SINCE_MEETING, RuleOperator.DIFFERS, "60")))
                .as("of nothing nothing is said")
                .containsExactly("A1", "A5");
    }

    @Test
    void texts_are_the_same_whatever_case_and_accents_and_are_never_taken_for_sql_or_patterns() {
        assertThat(members(text(RuleOperator.IS, "ANGSTROM werke"))).containsExactly("A1");
        assertThat(members(text(RuleOperator.BEGINS_WITH, "ång"))).containsExactly("A1");
        assertThat(members(text(RuleOperator.CONTAINS, "%"))).containsExactly("A2");
        assertThat(members(text(RuleOperator.CONTAINS, "_"))).isEmpty();
        assertThat(members(text(RuleOperator.IS, "' or 1 = 1 --"))).isEmpty();
        assertThat(members(text(RuleOperator.CONTAINS, "; drop table --"))).containsExactly("A2");
        assertThat(members(text(RuleOperator.IS_NOT, "ångström werke"))).containsExactly("A2", "A3", "A4", "A5");
        assertThat(members(text(RuleOperator.CONTAINS_NOT, "E"))).containsExactly("A3", "A4", "A5");
    }

    @Test
    void dates_are_compared_as_dates() {
        assertThat(members(date(RuleOperator.ON, "2025-11-19"))).hasSize(5);
        assertThat(members(date(RuleOperator.BEFORE, "2025-11-19"))).isEmpty();
        assertThat(members(date(RuleOperator.UNTIL, "2025-11-19"))).hasSize(5);
        assertThat(members(date(RuleOperator.AFTER, "2025-11-18"))).hasSize(5);
        assertThat(members(new AccountRule.Condition(
                        AccountColumn.ENGAGEMENT_START, RuleOperator.FROM, LocalDate.parse("2025-01-01"))))
                .isEmpty();
        assertThat(members(new AccountRule.Condition(AccountColumn.ENGAGEMENT_START, RuleOperator.DATE_UNKNOWN, null)))
                .hasSize(5);
    }

    @Test
    void every_column_of_the_table_and_every_operator_can_be_asked_for() {
        assertThat(AccountColumn.names()).containsAll(OutputTable.ENGAGEMENT.columns());
        for (AccountColumn column : AccountColumn.values()) {
            for (RuleOperator operator : RuleOperator.of(column.kind())) {
                AccountRule rule = new AccountRule.Condition(
                        column,
                        operator,
                        !operator.takesValue()
                                ? null
                                : switch (column.kind()) {
                                    case NUMBER -> BigDecimal.ONE;
                                    case TEXT -> "year";
                                    case DATE -> LocalDate.EPOCH;
                                    case MARK -> throw new AssertionError(operator);
                                });
                assertThat(reader.count(tables, rule))
                        .as(column + " " + operator)
                        .isBetween(0L, 5L);
            }
        }
        assertThat(members(new AccountRule.Condition(AccountColumn.AGGREGATION_LEVEL, RuleOperator.IS, "year")))
                .hasSize(5);
        assertThat(members(new AccountRule.Condition(AccountColumn.PRIMARY_KEY, RuleOperator.IS, "A3|year")))
                .containsExactly("A3");
    }

    @Test
    void against_an_earlier_run_some_join_and_some_leave() {
        assertThat(reader.change(tables, before, AccountRule.marked(AccountColumn.STALE)))
                .isEqualTo(new RuleChange(2, 2, 2));
        assertThat(reader.change(tables, before, number(AccountColumn.DAYS_SINCE_EMAIL, RuleOperator.MORE_THAN, "60")))
                .isEqualTo(new RuleChange(4, 3, 1));
        assertThat(reader.change(tables, tables, AccountRule.marked(AccountColumn.STALE)))
                .isEqualTo(new RuleChange(2, 0, 0));
    }

    @Test
    void who_joined_and_left_is_told_by_name_also_of_accounts_that_are_not_there_any_more() {
        AccountRule stale = AccountRule.marked(AccountColumn.STALE);

        assertThat(reader.changes(tables, before, stale, true, 10))
                .containsExactly(
                        new AccountChange(true, "A5", "A5", 90.5, null),
                        new AccountChange(true, "A1", "Ångström Werke", 42.1, 80.0));
        assertThat(reader.changes(tables, before, stale, false, 10))
                .containsExactly(
                        new AccountChange(false, "A2", "50% off; drop table --", 10.0, 10.0),
                        new AccountChange(false, "Gone", "Gone", null, 10.0));
        assertThat(reader.changes(tables, before, stale, true, 1)).hasSize(1);
        assertThat(reader.changes(tables, tables, stale, true, 10)).isEmpty();
    }

    @Test
    void a_rule_joins_what_was_searched_for() {
        AccountRule stale = AccountRule.marked(AccountColumn.STALE);
        AccountPage page = reader.page(
                tables, new AccountQuery("werke", AccountWord.STALE, AccountOrder.SCORE, true, 0, 10).with(stale));

        assertThat(page.accounts()).extracting(AccountStanding::id).containsExactly("A1");
        assertThat(page.found()).isEqualTo(1);
        assertThat(reader.count(tables, stale)).isEqualTo(2);
    }

    @Test
    void what_makes_no_sense_can_not_even_be_made() {
        assertThatThrownBy(() -> new AccountRule.Group(true, List.of())).hasMessageContaining("without a rule");
        assertThatThrownBy(() -> new AccountRule.Condition(AccountColumn.STALE, RuleOperator.MORE_THAN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountRule.Condition(AccountColumn.ACCOUNT_NAME, RuleOperator.IS, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountRule.Condition(AccountColumn.DAYS_SINCE_EMAIL, RuleOperator.KNOWN, "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AccountRule all(AccountRule... rules) {
        return new AccountRule.Group(true, List.of(rules));
    }

    private static AccountRule any(AccountRule... rules) {
        return new AccountRule.Group(false, List.of(rules));
    }

    private static AccountRule number(AccountColumn column, RuleOperator operator, @Nullable String value) {
        return new AccountRule.Condition(column, operator, value == null ? null : new BigDecimal(value));
    }

    private static AccountRule text(RuleOperator operator, String value) {
        return new AccountRule.Condition(AccountColumn.ACCOUNT_NAME, operator, value);
    }

    private static AccountRule date(RuleOperator operator, String value) {
        return new AccountRule.Condition(AccountColumn.AGGREGATION_START, operator, LocalDate.parse(value));
    }

    private static List<String> members(AccountRule rule) {
        return reader
                .page(tables, new AccountQuery("", null, AccountOrder.NAME, false, 0, 10).with(rule))
                .accounts()
                .stream()
                .map(AccountStanding::id)
                .sorted()
                .toList();
    }

    private static DuckDbSettings settings() {
        return new DuckDbSettings(128L << 20, 1, folder.resolve("tmp"));
    }
}
