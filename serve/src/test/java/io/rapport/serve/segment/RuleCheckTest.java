package io.rapport.serve.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.model.duckdb.account.RuleOperator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {

    private static final String EXAMPLE = "{\"match\":\"all\",\"rules\":["
            + "{\"column\":\"DaysSinceLastEmail\",\"operator\":\"more-than\",\"value\":\"60\"},"
            + "{\"column\":\"DaysSinceLastMeeting\",\"operator\":\"more-than\",\"value\":\"60\"}]}";

    @Test
    void the_example_of_the_source_document_is_read_to_the_letter_and_written_back_so() {
        CheckedRule checked = RuleCheck.check(RuleJson.read(EXAMPLE));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.findRule())
                .contains(new AccountRule.Group(
                        true,
                        List.of(
                                more(AccountColumn.DAYS_SINCE_EMAIL, "60"),
                                more(AccountColumn.DAYS_SINCE_MEETING, "60"))));
        assertThat(RuleJson.of(RuleDraft.of(checked.findRule().orElseThrow()))).isEqualTo(EXAMPLE);
    }

    @Test
    void groups_dates_texts_and_marks_come_back_as_they_were() {
        String json = "{\"match\":\"any\",\"rules\":["
                + "{\"column\":\"GoingQuiet\",\"operator\":\"true\"},"
                + "{\"match\":\"all\",\"rules\":["
                + "{\"column\":\"EngagementStartDate\",\"operator\":\"from\",\"value\":\"2026-02-28\"},"
                + "{\"column\":\"AccountName\",\"operator\":\"contains\",\"value\":\"\\\"; drop \\\\ 東京\"},"
                + "{\"column\":\"EngagementScore\",\"operator\":\"at-most\",\"value\":\"12.5\"}]}]}";

        AccountRule rule = RuleCheck.check(RuleJson.read(json)).findRule().orElseThrow();

        assertThat(rule)
                .isEqualTo(new AccountRule.Group(
                        false,
                        List.of(
                                AccountRule.marked(AccountColumn.GOING_QUIET),
                                new AccountRule.Group(
                                        true,
                                        List.of(
                                                new AccountRule.Condition(
                                                        AccountColumn.ENGAGEMENT_START,
                                                        RuleOperator.FROM,
                                                        LocalDate.parse("2026-02-28")),
                                                new AccountRule.Condition(
                                                        AccountColumn.ACCOUNT_NAME,
                                                        RuleOperator.CONTAINS,
                                                        "\"; drop \\ 東京"),
                                                new AccountRule.Condition(
                                                        AccountColumn.ENGAGEMENT_SCORE,
                                                        RuleOperator.AT_MOST,
                                                        new BigDecimal("12.5")))))));
        assertThat(RuleJson.of(RuleDraft.of(rule))).isEqualTo(json);
    }

    @Test
    void all_problems_are_told_at_once_each_at_its_place() {
        RuleDraft.Group draft = new RuleDraft.Group(
                "some",
                List.of(
                        condition("DaysSinceLastMial", "more-than", "60"),
                        condition("DaysSinceLastEmail", "contains", "60"),
                        condition("DaysSinceLastEmail", "more-than", "sixty"),
                        new RuleDraft.Group("any", List.of()),
                        new RuleDraft.Group("any", List.of(condition("", "", "")))));

        CheckedRule checked = RuleCheck.check(draft);

        assertThat(checked.findRule()).isEmpty();
        assertThat(checked.problems())
                .extracting(problem -> problem.path() + " " + problem.field())
                .containsExactly(" match", "0 column", "1 operator", "2 value", "3 rules", "4.0 column");
        assertThat(checked.problems().get(1).text())
                .isEqualTo(
                        "There is no column “DaysSinceLastMial”. Did you mean DaysSinceLastEmail or DaysSinceLastMeeting?");
        assertThat(checked.problems().get(2).text())
                .startsWith("“contains” is for a text; DaysSinceLastEmail is a number, and takes “is more than”, ");
        assertThat(checked.problems().get(3).text())
                .isEqualTo("“sixty” is no number. Write a number in digits, such as 60 or 12.5.");
        assertThat(checked.problems().get(5).text()).isEqualTo("Choose a column.");
    }

    @Test
    void names_that_are_near_are_named_up_to_three() {
        assertThat(RuleCheck.check(group(condition("NoOfMeetings_Account", "more-than", "1")))
                        .problems()
                        .get(0)
                        .text())
                .contains("NoOfMeetings_FromAccount")
                .contains("NoOfMeetings_ToAccount")
                .contains(" or ");
        assertThat(RuleCheck.check(group(condition("x", "more-than", "1")))
                        .problems()
                        .get(0)
                        .text())
                .isEqualTo("There is no column “x”.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "60,5", "1e9", "NaN", "0x1F", "٦٠", "1234567890123456", "6 0", "1.1234567", "--1"})
    void what_is_no_number_is_told(String value) {
        assertThat(RuleCheck.check(group(condition("DaysSinceLastEmail", "more-than", value)))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("value"));
    }

    @ParameterizedTest
    @CsvSource({"60,60", " 60 ,60", "-1,-1", "+7,7", "12.50,12.50", "999999999999999,999999999999999"})
    void what_is_a_number_is_taken(String value, BigDecimal number) {
        assertThat(RuleCheck.check(group(condition("DaysSinceLastEmail", "more-than", value)))
                        .findRule())
                .contains(new AccountRule.Group(
                        true,
                        List.of(new AccountRule.Condition(
                                AccountColumn.DAYS_SINCE_EMAIL, RuleOperator.MORE_THAN, number))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "31.10.2026", "2026-02-29", "2026-13-01", "0001-01-01", "20261031", "2026-1-1", "today"})
    void what_is_no_date_is_told(String value) {
        assertThat(RuleCheck.check(group(condition("EngagementStartDate", "before", value)))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("2026-10-31"));
    }

    @Test
    void a_text_has_from_1_to_60_characters_that_can_be_seen() {
        assertThat(problems("AccountName", "contains", "x".repeat(60))).isEmpty();
        assertThat(problems("AccountName", "contains", "x".repeat(61))).hasSize(1);
        assertThat(problems("AccountName", "contains", "a\u0000b")).hasSize(1);
        assertThat(problems("AccountName", "contains", " ")).hasSize(1);
    }

    @Test
    void what_is_too_deep_or_too_much_is_refused() {
        RuleDraft.Group deep = group(condition("Stale", "true", ""));
        for (int i = 1; i < RuleCheck.DEEPEST; i++) {
            deep = new RuleDraft.Group(RuleDraft.ANY, List.of(deep));
        }
        assertThat(RuleCheck.check(deep).findRule()).isPresent();
        assertThat(RuleCheck.check(new RuleDraft.Group(RuleDraft.ALL, List.of(deep)))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("more than 3 deep"));

        List<RuleDraft> many = Collections.nCopies(RuleCheck.MOST_CONDITIONS + 1, condition("Stale", "true", ""));
        assertThat(RuleCheck.check(new RuleDraft.Group(RuleDraft.ALL, many.subList(1, many.size())))
                        .findRule())
                .isPresent();
        assertThat(RuleCheck.check(new RuleDraft.Group(RuleDraft.ALL, many)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("21 conditions; at most 20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "null",
                "{\"column\":\"Stale\",\"operator\":\"true\"}",
                "{\"match\":\"all\",\"rules\":[1]}",
                "{\"match\":\"all\",\"rules\":{}}",
                "{\"match\":1,\"rules\":[]}",
                "{\"match\":\"all\",\"rules\":[],\"rules\":[]}",
                "{\"match\":\"all\",\"rules\":[],\"sql\":\"true\"}",
                "{\"match\":\"all\",\"rules\":[{\"column\":\"Stale\",\"value\":{\"a\":1}}]}",
                "{\"match\":\"all\",\"rules\":[]} and more",
                "{\"match\":\"all\",\"rules\":["
            })
    void what_is_no_rule_in_json_is_refused(String json) {
        assertThatThrownBy(() -> RuleJson.read(json))
                .hasMessageStartingWith("The rule can't be read: ")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(SegmentError.SEGMENT_INVALID);
    }

    @Test
    void nesting_without_end_is_refused_before_it_breaks_anything() {
        String deep = "{\"match\":\"all\",\"rules\":[".repeat(200) + "]}".repeat(200);

        assertThatThrownBy(() -> RuleJson.read(deep)).isInstanceOf(RapportException.class);
    }

    @Test
    void every_ready_made_one_has_a_rule_that_could_have_been_written() {
        for (ReadyMade made : ReadyMade.values()) {
            AccountRule rule = made.of("Office").rule();
            assertThat(RuleCheck.check(RuleDraft.of(rule)).findRule()).contains(rule);
        }
    }

    private static List<RuleProblem> problems(String column, String operator, String value) {
        return RuleCheck.check(group(condition(column, operator, value))).problems();
    }

    private static RuleDraft.Group group(RuleDraft rule) {
        return new RuleDraft.Group(RuleDraft.ALL, List.of(rule));
    }

    private static RuleDraft condition(String column, String operator, String value) {
        return new RuleDraft.Condition(column, operator, value);
    }

    private static AccountRule more(AccountColumn column, String number) {
        return new AccountRule.Condition(column, RuleOperator.MORE_THAN, new BigDecimal(number));
    }
}
