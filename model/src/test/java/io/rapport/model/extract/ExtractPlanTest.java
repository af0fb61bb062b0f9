package io.rapport.model.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.model.engine.Format;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractPlanTest {

    private static final Dataset ACTIVITY = Datasets.OUTLOOK_CONTACT_ACTIVITY;

    @Test
    void without_a_word_it_is_everything_of_everybody_as_json() {
        ExtractPlan plan = ExtractPlan.of(ExtractWords.of(ACTIVITY));

        assertThat(plan.columns()).hasSize(14);
        assertThat(plan.findRange()).isEmpty();
        assertThat(plan.scope()).isEqualTo(new Scope.Everybody());
        assertThat(plan.findRegion()).isEmpty();
        assertThat(plan.format()).isEqualTo(Format.JSON);
    }

    @Test
    void dates_are_half_open_and_utc_and_go_by_the_first_filterable_column() {
        DateRange range = ExtractPlan.of(
                        words(Datasets.MESSAGE, Map.of("from", "2026-10-01", "to", "2026-11-01T02:00:00+02:00")))
                .findRange()
                .orElseThrow();

        assertThat(range)
                .isEqualTo(new DateRange(
                        "sentDateTime", Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")));
    }

    @Test
    void columns_come_in_schema_order_each_once_whatever_their_case() {
        ExtractPlan plan = ExtractPlan.of(words(ACTIVITY, Map.of("columns", "puser, id,SIGNALTYPE,puser")));

        assertThat(plan.columns()).extracting(Column::name).containsExactly("SignalType", "Id", "puser");
    }

    @Test
    void derived_columns_are_none_of_the_source() {
        assertThat(ExtractPlan.of(ExtractWords.of(Datasets.MESSAGE)).columns()).noneMatch(Column::isDerived);
        assertThatThrownBy(() -> ExtractPlan.of(words(Datasets.MESSAGE, Map.of("columns", "_conversationKey"))))
                .hasMessageContaining("Message_v1 has no column \"_conversationKey\".")
                .hasMessageContaining("Did you mean conversationId?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dateColumn=StartTime;from=2026-01-01 | can't be filtered by \"StartTime\". Columns that can: CreationTime.",
                "columns=SignalTyp | has no column \"SignalTyp\". Did you mean SignalType?",
                "columns=StartTim | Did you mean StartTime?",
                "from=2026-02-01;to=2026-02-01 | --to has to be later",
                "from=2026-02-02;to=2026-02-01 | --to has to be later",
                "from=tomorrow | --from is \"tomorrow\"; it is a date such as",
                "to=1989-12-31 | --to is \"1989-12-31\"; the earliest is 1990-01-01",
                "dateColumn=CreationTime | neither --from nor --to",
                "region=EURO | --region is \"EURO\", which is no region. Did you mean EUR?",
                "region=chinanorth | which is no region",
                "tenantRegion=Mars | --tenant-region is \"Mars\"",
                "userFilter=mail eq 'a';groups=g1 | --group and --user-filter exclude each other",
                "userFilter=mail like 'a' | --user-filter can't be understood, character 6: eq or ne is missing",
                "format=xml | --format is \"xml\"; it is json, parquet or csv."
            })
    void what_cannot_be_had_is_refused(String given, String message) {
        assertThatThrownBy(() -> ExtractPlan.of(words(ACTIVITY, fields(given))))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ExtractError.EXTRACT_REQUEST))
                .hasMessageContaining(message);
    }

    @Test
    void ten_groups_are_taken_and_eleven_refused() {
        assertThat(ExtractPlan.of(words(ACTIVITY, Map.of("groups", groups(10)))).scope())
                .isInstanceOfSatisfying(
                        Scope.Groups.class, groups -> assertThat(groups.ids()).hasSize(10));
        assertThatThrownBy(() -> ExtractPlan.of(words(ACTIVITY, Map.of("groups", groups(11)))))
                .hasMessageContaining("--group names 11 groups; the most are 10.");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> ExtractPlan.of(words(
                        ACTIVITY,
                        fields("columns=Subject;from=2026-02-01;to=2026-01-01;region=Mars;format=xml;userFilter=("))))
                .satisfies(refused ->
                        assertThat(String.valueOf(refused.getMessage()).lines()).hasSize(5));
    }

    @Test
    void a_form_hears_of_each_field_what_is_wrong_in_its_own_words() {
        List<ExtractProblem> problems = ExtractPlan.problems(words(
                ACTIVITY, fields("from=2026-02-01;to=2026-01-01;region=Mars;userFilter=(;groups=g1;columns=Subject")));

        assertThat(problems)
                .extracting(ExtractProblem::field)
                .containsExactly(
                        ExtractField.COLUMNS,
                        ExtractField.TO,
                        ExtractField.USER_FILTER,
                        ExtractField.USER_FILTER,
                        ExtractField.REGION);
        assertThat(problems)
                .extracting(ExtractProblem::text)
                .anyMatch(text -> text.startsWith("The list of groups and the filter of users exclude each other"))
                .anyMatch(text -> text.startsWith("The filter of users can't be understood, character 2"))
                .noneMatch(text -> text.contains("--"));
        assertThat(ExtractPlan.problems(words(ACTIVITY, Map.of()))).isEmpty();
    }

    @Test
    void datasets_without_a_date_or_about_groups_refuse_what_they_lack() {
        assertThatThrownBy(() -> ExtractPlan.of(words(Datasets.CONTACT, Map.of("from", "2026-01-01"))))
                .hasMessage("Contact_v1 has no column that can be filtered by date: leave out --from and --to.");
        assertThatThrownBy(() ->
                        ExtractPlan.of(words(Datasets.GROUP_MEMBERS, Map.of("userFilter", "userType eq 'Member'"))))
                .hasMessageContaining("GroupMembers_v0 is about groups");
    }

    @ParameterizedTest
    @CsvSource({"EUR, EUR", "eur, EUR", "westeurope, EUR", "West Europe, EUR", "eastus2, NAM", "switzerlandnorth, CHE"})
    void a_region_goes_by_its_office_code_or_an_azure_region(String word, Region region) {
        assertThat(ExtractPlan.of(words(ACTIVITY, Map.of("region", word))).findRegion())
                .contains(region);
    }

    private static String groups(int count) {
        return String.join(",", IntStream.range(0, count).mapToObj(i -> "g" + i).toList());
    }

    private static Map<String, String> fields(String given) {
        return Pattern.compile(";")
                .splitAsStream(given)
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> pair.substring(pair.indexOf('=') + 1).strip()));
    }

    private static ExtractWords words(Dataset dataset, Map<String, String> fields) {
        return new ExtractWords(
                dataset,
                fields.get("from"),
                fields.get("to"),
                fields.get("dateColumn"),
                list(fields.get("columns")),
                list(fields.get("groups")),
                fields.get("userFilter"),
                fields.get("region"),
                fields.get("tenantRegion"),
                fields.get("format"));
    }

    private static List<String> list(@Nullable String words) {
        return words == null
                ? List.of()
                : Pattern.compile(",").splitAsStream(words).toList();
    }
}
