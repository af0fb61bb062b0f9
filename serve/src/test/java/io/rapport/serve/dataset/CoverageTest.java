package io.rapport.serve.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.manifest.PartitionContent;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void shows_a_line_a_year_with_gaps_and_heights() {
        Coverage coverage = Coverage.of(
                List.of(month("2025-11", 800), month("2026-02", 1), month("2026-03", 400), month("none", 7)));

        assertThat(coverage.strip()).containsExactly("      JFMAMJJASOND", "2025            █·", "2026  ·▁▅");
        assertThat(coverage.rowsWithoutMonth()).isEqualTo(7);
        assertThat(coverage.months()).hasSize(5);
    }

    @Test
    void folds_years_without_a_row() {
        assertThat(Coverage.of(List.of(month("2002-12", 2), month("2006-01", 2)))
                        .strip())
                .containsExactly("      JFMAMJJASOND", "2002             █", " ...", "2006  █");
    }

    @Test
    void is_empty_without_dates() {
        assertThat(Coverage.of(List.of(month("none", 3))).strip()).isEmpty();
    }

    private static PartitionContent month(String name, long rows) {
        return new PartitionContent(name, rows, 100, 1);
    }
}
