package io.rapport.connect.dataconnect;

import io.rapport.core.fuzz.Corpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> exports() {
        return Corpus.replay(ExportFuzz.class, ExportFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> rows_of_every_dataset() {
        return Corpus.replay(RowFuzz.class, RowFuzz::fuzzerTestOneInput);
    }
}
