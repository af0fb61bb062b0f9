package io.rapport.model.input;

import io.rapport.core.fuzz.Corpus;
import io.rapport.model.spec.SpecFuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> specs() {
        return Corpus.replay(SpecFuzz.class, SpecFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> files_of_contacts() {
        return Corpus.replay(CustomerFuzz.class, CustomerFuzz::fuzzerTestOneInput);
    }
}
