package io.rapport.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.cluster.ClusterFigures;
import io.rapport.bench.cluster.ClusterFigures.Step;
import io.rapport.bench.cluster.Platform;
import io.rapport.bench.cluster.Spread;
import io.rapport.bench.cluster.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterReportTest {

    @TempDir
    private Path folder;

    @Test
    void sets_skewed_runs_beside_even_ones_of_the_same_platform() throws IOException {
        String report = new ClusterReport(
                        new Size(1_000_000),
                        3_000,
                        List.of(
                                run(Platform.LOCAL, Spread.EVEN, 100),
                                run(Platform.STANDALONE, Spread.EVEN, 200),
                                run(Platform.LOCAL, Spread.SKEWED, 150),
                                run(Platform.STANDALONE, Spread.SKEWED, 220)))
                .markdown();

        assertThat(report)
                .contains("| 1M emails | `local[2]`, even | `local[2]`, skewed | standalone, 2 workers, even |"
                        + " standalone, 2 workers, skewed |")
                .contains("| **times the even run's** | 1 | **1.50** | 1 | **1.10** |")
                .contains("| copies of mail | 2,500,000 | 2,500,000 | 2,500,000 | 2,500,000 |")
                .contains("| copies a second by the clock | 25,000 | 16,667 | 12,500 | 11,364 |")
                .contains("| microseconds of processor a copy | 128.0 | 128.0 | 128.0 | 128.0 |")
                .contains("| peak memory of all processes, GB | 2.50 |")
                .contains("| MB spilled | 0.5 |")
                .contains("| building email | 12.5 / 3.0 / 0.5 |")
                .contains("3,000 MB of heap for tasks");
    }

    private ClusterFigures run(Platform platform, Spread spread, double seconds) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                "{\"exports\":[{\"dataset\":\"User_v1\",\"rows\":7},{\"dataset\":\"Message_v1\",\"rows\":2500000}],"
                        + "\"steps\":[{\"step\":\"building email\",\"tasks\":4,\"processorMilliseconds\":12500,"
                        + "\"milliseconds\":9000,\"readBytes\":1,\"shuffleBytes\":3000000,\"spilledBytes\":500000}]}");
        ClusterFigures figures = ClusterFigures.read(
                platform, spread, new Watched(seconds, 320, 2_500_000_000L, 4_000_000_000L), 1_500_000_000L, folder);
        assertThat(figures.steps()).containsExactly(new Step("building email", 12.5, 9, 1, 3_000_000, 500_000));
        return figures;
    }
}
