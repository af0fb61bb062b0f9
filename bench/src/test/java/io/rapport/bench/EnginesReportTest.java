package io.rapport.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.measure.Effort;
import io.rapport.bench.measure.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnginesReportTest {

    @Test
    void says_how_many_times_the_processor_spark_takes() {
        assertThat(report(List.of()))
                .contains("| the same enrichment on both engines | 1M |")
                .contains("| are they the same? | to the last digit |")
                .contains("| **times DuckDB's** | **6.5** |")
                .contains("| of which until Spark's session, prelude and views are there | 5.5 |")
                .contains("| peak memory, DuckDB / Spark with the process that waits for it, GB | 1.25 / 2.75 |")
                .contains("| email_outline | 2.0 / 30.0 |")
                .contains("`--memory 3000MB`");
    }

    @Test
    void names_what_differs() {
        assertThat(report(List.of("Office differs.", "Office_Score differs.")))
                .contains("| are they the same? | Office differs. Office_Score differs. |");
    }

    private static String report(List<String> differences) {
        Figures duckDb = new Figures()
                .put("enrich", new Effort(20, 11))
                .put("model.email_outline", new Effort(2, 1))
                .put("peakBytes", 1_250_000_000L);
        Figures spark = new Figures()
                .put("enrich", new Effort(130, 70))
                .put("opening", new Effort(9, 5.5))
                .put("model.email_outline", new Effort(30, 16))
                .put("emails", 1_000_000)
                .put("copies", 2_250_000)
                .put("rows", 1_300_000)
                .put("peakBytes", 250_000_000L)
                .put("childrenPeakBytes", 2_500_000_000L);
        return new EnginesReport(List.of(new EnginesRun(new Size(1_000_000), duckDb, spark, differences)), 3_000)
                .markdown();
    }
}
