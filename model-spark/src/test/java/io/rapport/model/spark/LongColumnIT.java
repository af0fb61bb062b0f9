package io.rapport.model.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.classic.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large home's columns are longer than the little direct memory that the engine's process is given. */
class LongColumnIT {

    private static final long ROWS = 9_500_000;

    @TempDir
    private Path folder;

    @Test
    void a_column_that_is_longer_than_direct_memory_is_read() throws IOException {
        long direct = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        SparkSession spark = OneApplication.running().session().newSession();
        String file = folder.resolve("long.parquet").toUri().toString();
        spark.range(0, ROWS, 1, 1)
                .selectExpr("id * 7 as number")
                .write()
                .option("compression", "uncompressed")
                .parquet(file);
        try (Stream<Path> parts = Files.list(folder.resolve("long.parquet"))) {
            assertThat(parts.filter(part -> part.toString().endsWith(".parquet")))
                    .singleElement()
                    .satisfies(part ->
                            assertThat(Files.size(part)).isGreaterThan(direct).isLessThan(128L << 20));
        }

        assertThat(direct).isPositive();
        assertThat(spark.read()
                        .parquet(file)
                        .selectExpr("sum(number)")
                        .collectAsList()
                        .get(0)
                        .getLong(0))
                .isEqualTo(ROWS * (ROWS - 1) / 2 * 7);
    }
}
