package io.rapport.serve.web.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.segment.ReadyMade;
import io.rapport.serve.segment.RuleCheck;
import io.rapport.serve.segment.RuleDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFormTest {

    private static final RuleDraft.Condition EMAIL = condition("DaysSinceLastEmail", "more-than", "60");
    private static final RuleDraft.Condition MEETING = condition("DaysSinceLastMeeting", "more-than", "60");
    private static final RuleDraft.Group RULE = new RuleDraft.Group(
            RuleDraft.ALL, List.of(EMAIL, new RuleDraft.Group(RuleDraft.ANY, List.of(MEETING, EMAIL))));

    @Test
    void fields_are_read_place_by_place() {
        assertThat(RuleForm.isSent(fields())).isTrue();
        assertThat(RuleForm.isSent(Map.of("name", "r"))).isFalse();
        assertThat(RuleForm.read(fields())).isEqualTo(RULE);
    }

    @Test
    void parts_behind_a_gap_and_nests_without_end_are_not_read() {
        Map<String, String> said = new LinkedHashMap<>(Map.of("r.match", "all", "r.1.column", "Stale"));
        assertThat(RuleForm.read(said).rules()).isEmpty();
        String path = "r";
        for (int i = 0; i < 500; i++) {
            path += ".0";
            said.put(path + ".match", "any");
        }
        assertThat(RuleCheck.check(RuleForm.read(said)).findRule()).isEmpty();
    }

    @Test
    void buttons_add_drop_and_group_at_their_place() {
        assertThat(RuleEdit.apply(RULE, "add-r.1").rules().get(1))
                .isEqualTo(new RuleDraft.Group(RuleDraft.ANY, List.of(MEETING, EMAIL, RuleDraft.Condition.EMPTY)));
        assertThat(RuleEdit.apply(RULE, "drop-r.0").rules()).hasSize(1);
        assertThat(RuleEdit.apply(RULE, "drop-r.1.0").rules().get(1))
                .isEqualTo(new RuleDraft.Group(RuleDraft.ANY, List.of(EMAIL)));
        assertThat(RuleEdit.apply(RULE, "group-r").rules().get(2))
                .isEqualTo(new RuleDraft.Group(RuleDraft.ANY, List.of(RuleDraft.Condition.EMPTY)));
        for (String nothing : List.of("", "count", "drop-r", "drop-r.9", "add-r.0", "eat-r.0", "-", "add-")) {
            assertThat(RuleEdit.apply(RULE, nothing)).as(nothing).isEqualTo(RULE);
        }
    }

    @Test
    void another_kind_of_column_takes_its_most_usual_comparison() {
        RuleDraft.Group changed = new RuleDraft.Group(
                RuleDraft.ALL, List.of(condition("AccountName", "more-than", "60"), EMAIL, condition("?", "", "")));

        assertThat(RuleEdit.apply(changed, "fit-r.0").rules().get(0)).isEqualTo(condition("AccountName", "is", ""));
        assertThat(RuleEdit.apply(changed, "fit-r.1")).isEqualTo(changed);
        assertThat(RuleEdit.apply(changed, "fit-r.2")).isEqualTo(changed);
    }

    @Test
    void a_rule_reads_as_a_sentence() {
        assertThat(RuleWords.of(RuleCheck.check(RULE).findRule().orElseThrow()))
                .isEqualTo(
                        "Days since last email is more than 60 and (days since last meeting is more than 60 or days since"
                                + " last email is more than 60).");
        assertThat(RuleWords.of(ReadyMade.SINGLE_THREADED.of("Office").rule()))
                .isEqualTo("Marked “Held by one of ours” or marked “Held by one of theirs”.");
        assertThat(words(condition("EngagementStartDate", "from", "2026-02-03")))
                .isEqualTo("First email or meeting is on or after 3 Feb 2026.");
        assertThat(words(condition("AccountName", "contains", "GmbH"))).isEqualTo("Name contains “GmbH”.");
        assertThat(words(condition("EngagementScore", "at-least", "12.50")))
                .isEqualTo("Engagement score is at least 12.5.");
        assertThat(words(condition("DaysSinceLastMeeting", "unknown", "")))
                .isEqualTo("Days since last meeting is not known.");
    }

    private static String words(RuleDraft.Condition condition) {
        return RuleWords.of(RuleCheck.check(new RuleDraft.Group(RuleDraft.ALL, List.of(condition)))
                .findRule()
                .orElseThrow());
    }

    private static RuleDraft.Condition condition(String column, String operator, String value) {
        return new RuleDraft.Condition(column, operator, value);
    }

    private static Map<String, String> fields() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("r.match", "all");
        said.put("r.0.column", "DaysSinceLastEmail");
        said.put("r.0.operator", "more-than");
        said.put("r.0.value", "60");
        said.put("r.1.match", "any");
        said.put("r.1.0.column", "DaysSinceLastMeeting");
        said.put("r.1.0.operator", "more-than");
        said.put("r.1.0.value", "60");
        said.put("r.1.1.column", "DaysSinceLastEmail");
        said.put("r.1.1.operator", "more-than");
        said.put("r.1.1.value", "60");
        return said;
    }
}
