package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real mail metadata, where it lies beside the checkout: both engines write the same four files. */
class SparkIT {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "enron");

    @TempDir
    private Path folder;

    @BeforeEach
    void require_spark() {
        assumeTrue(Files.exists(Typed.SPARK), "model-spark is not built: ./mvnw package -pl model-spark -am");
    }

    @Test
    void spark_writes_the_same_four_files_as_duckdb_for_real_mail() throws IOException {
        assumeTrue(Files.exists(DATA), "no data here: it is looked for in ../shared/data/enron beside the checkout");
        Path home = folder.resolve("home");
        for (String dataset : List.of("User_v1", "Message_v1")) {
            assertThat(Typed.on(home, "import", dataset, DATA.resolve(dataset).toString())
                            .code())
                    .isZero();
        }

        Typed embedded = enrich(home, "duckdb");
        Typed distributed = enrich(home, "spark");

        assertThat(distributed.err()).isEmpty();
        assertThat(distributed.code()).isZero();
        assertThat(distributed.out().lines().limit(5))
                .containsExactlyElementsOf(embedded.out().lines().limit(5).toList());
        for (String table : List.of("Office", "Office_UserTable", "Office_Score", "Office_Coverage")) {
            assertThat(folder.resolve("spark").resolve(table + ".csv"))
                    .as(table)
                    .hasSameTextualContentAs(folder.resolve("duckdb").resolve(table + ".csv"));
        }
        assertThat(Files.readAllLines(folder.resolve("spark").resolve("Office.csv")))
                .hasSizeGreaterThan(2_000);
        assertThat(home.resolve("tmp")).isEmptyDirectory();
    }

    private Typed enrich(Path home, String engine) {
        return Typed.on(
                home,
                "enrich",
                DATA.resolve("enrichment.yaml").toString(),
                "--engine",
                engine,
                "--out",
                folder.resolve(engine).toString());
    }
}
