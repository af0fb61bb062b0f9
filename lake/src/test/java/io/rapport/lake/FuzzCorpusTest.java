package io.rapport.lake;

import io.rapport.core.fuzz.Corpus;
import io.rapport.lake.parquet.ColumnNameFuzz;
import io.rapport.lake.parquet.ParquetFuzz;
import io.rapport.lake.privacy.GateFuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> values_at_the_gate() {
        return Corpus.replay(GateFuzz.class, GateFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> names_of_columns() {
        return Corpus.replay(ColumnNameFuzz.class, ColumnNameFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> parquet_exports() {
        return Corpus.replay(ParquetFuzz.class, ParquetFuzz::fuzzerTestOneInput);
    }
}
