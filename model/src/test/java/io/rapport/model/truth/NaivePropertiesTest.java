package io.rapport.model.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.EngagementProperties;
import io.rapport.model.contract.RandomCompany;
import io.rapport.model.contract.Tables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NaivePropertiesTest {

    @TestFactory
    Stream<DynamicTest> the_properties_of_the_score_hold() {
        return new EngagementProperties(new NaiveEnrichment()).tests(1, 40);
    }

    @Test
    void random_companies_exercise_the_whole_coverage_report() {
        Map<String, Long> seen = new TreeMap<>();
        for (long seed = 1; seed <= 250; seed++) {
            CompanyInput input = RandomCompany.of(seed);
            Tables tables = new NaiveEnrichment().run(input);
            for (String column : List.of("AverageDuration_Of_Meetings", "AverageDuration_Of_AccountEmailReplies")) {
                tables.office().forEach(row -> seen.merge(column, row.get(column) == null ? 0L : 1L, Long::sum));
            }
            tables.coverage().forEach(row -> {
                if (!"Unmatched domains".equals(row.get("Section"))) {
                    seen.merge(
                            row.get("Section") + " / " + row.get("Item") + " / " + row.get("Reason"),
                            (Long) java.util.Objects.requireNonNull(row.get("Count")),
                            Long::sum);
                }
            });
        }
        assertThat(seen)
                .hasSizeGreaterThan(50)
                .allSatisfy((what, count) -> assertThat(count).as(what).isPositive());
    }
}
