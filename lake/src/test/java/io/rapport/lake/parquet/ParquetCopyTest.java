package io.rapport.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.parquet.ParquetCopy.Written;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCopyTest {

    @TempDir
    Path folder;

    @Test
    void what_grows_beyond_a_size_is_followed_by_another_file() {
        try (DuckDb engine = DuckDb.open(new DuckDbSettings(256L << 20, 1, folder.resolve("tmp")));
                DuckDbSession session = engine.connect()) {
            List<Written> files = ParquetCopy.writeSplit(
                    session,
                    Datasets.MAILBOX_SETTINGS,
                    "id, text",
                    "(select range as id, sha256(cast(range as varchar)) as text from range(600000))",
                    "2026-01",
                    folder.resolve("out"),
                    8_000_000);

            assertThat(files).hasSizeGreaterThan(1).allSatisfy(file -> {
                assertThat(file.path()).exists();
                assertThat(file.partition()).isEqualTo("2026-01");
                assertThat(file.bytes()).isEqualTo(file.path().toFile().length());
            });
            assertThat(files.stream().mapToLong(Written::rows).sum()).isEqualTo(600_000);
        }
    }
}
