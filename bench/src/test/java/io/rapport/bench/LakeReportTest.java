package io.rapport.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.lake.LakeMeasurement;
import io.rapport.bench.measure.Figures;
import io.rapport.bench.measure.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeReportTest {

    @TempDir
    Path folder;

    @Test
    void a_small_lake_is_measured_with_compaction_and_without() throws IOException {
        long memory = Runtime.getRuntime().maxMemory() + (600L << 20);
        List<Integer> looks = List.of(1, 3);
        Figures plain = new LakeMeasurement(new Place(folder.resolve("plain"), memory), 400, false).run(looks);
        Figures compacted =
                new LakeMeasurement(new Place(folder.resolve("compacted/home"), memory), 400, true).run(looks);

        assertThat(plain.value("rows.3")).isEqualTo(compacted.value("rows.3")).isGreaterThan(390);
        assertThat(plain.value("changes.3")).isPositive();
        assertThat(new LakeReport(looks, plain, compacted).markdown())
                .contains("| 1 | 40", "| 3 | ", "Compaction took ")
                .doesNotContain("NaN / ");
    }
}
