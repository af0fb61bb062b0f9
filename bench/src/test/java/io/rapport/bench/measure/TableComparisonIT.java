package io.rapport.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableComparisonIT {

    @TempDir
    private Path folder;

    @Test
    void the_same_rows_in_another_order_are_equal() throws IOException {
        Path one = tables("one", "select * from (values (1, 0.5), (2, null), (2, null)) as t(a, b)");
        Path other = tables("other", "select * from (values (2, null), (1, 0.5), (2, null)) as t(a, b)");

        assertThat(TableComparison.differences(one, other, folder.resolve("tmp")))
                .isEmpty();
    }

    @Test
    void rows_that_differ_or_are_there_more_often_are_counted() throws IOException {
        Path one = tables("one", "select * from (values (1, 0.5), (2, null), (2, null)) as t(a, b)");
        Path other = tables("other", "select * from (values (1, 0.6), (2, null)) as t(a, b)");

        assertThat(TableComparison.differences(one, other, folder.resolve("tmp")))
                .containsExactly("Office.parquet differs: 2 rows of the one are not in the other, 1 of the other not in"
                        + " the one.");
    }

    private Path tables(String name, String select) throws IOException {
        Path tables = Files.createDirectories(folder.resolve(name));
        try (DuckDb database = DuckDb.open(new DuckDbSettings(256L << 20, 1, folder.resolve("tmp")));
                DuckDbSession session = database.connect()) {
            session.run(
                    "writing",
                    "copy (" + select + ") to " + SqlText.literal(SqlText.path(tables.resolve("Office.parquet")))
                            + " (format parquet)");
        }
        return tables;
    }
}
